package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.TeamPartners.Partner;
import org.jdbi.v3.core.Jdbi;

/** The SQL of who runs a team for a partner organization. */
@Dependent
public class TeamPartnerTable {

    @Inject
    Jdbi jdbi;

    /** @param running those to whom the team was handed, else the others */
    List<Partner> of(int organizationId, long team, boolean running) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.id, s.user_name, s.display_name from staff s
                        where s.organization_id = :organization and s.role = 'PARTNER' and s.ended_at is null
                          and exists (select from staff_scope r where r.staff_id = s.id and r.team_id = :team) = :running
                        order by s.display_name, s.id
                        """)
                .bind("organization", organizationId)
                .bind("team", team)
                .bind("running", running)
                .map((row, context) ->
                        new Partner(row.getInt("id"), row.getString("user_name"), row.getString("display_name")))
                .list());
    }

    /** The user's name of a partner whose account is good; locked until the end of the transaction. */
    Optional<String> lock(int organizationId, int staffId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select user_name from staff where id = :staff and organization_id = :organization
                          and role = 'PARTNER' and ended_at is null for update
                        """)
                .bind("staff", staffId)
                .bind("organization", organizationId)
                .mapTo(String.class)
                .findOne());
    }

    /** False where it was handed to them before. */
    boolean hand(long team, int staffId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into staff_scope (staff_id, team_id) values (:staff, :team)
                        on conflict (staff_id, team_id) where team_id is not null do nothing
                        """)
                        .bind("staff", staffId)
                        .bind("team", team)
                        .execute())
                == 1;
    }

    /** False where it was not handed to them. */
    boolean takeBack(long team, int staffId) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from staff_scope where staff_id = :staff and team_id = :team")
                        .bind("staff", staffId)
                        .bind("team", team)
                        .execute())
                == 1;
    }
}
