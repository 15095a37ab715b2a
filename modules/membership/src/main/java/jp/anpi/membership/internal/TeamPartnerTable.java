package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The SQL of who runs a team for a partner organization. */
@Dependent
public class TeamPartnerTable {

    @Inject
    Jdbi jdbi;

    /** Partners whom nobody has ended. @param running those to whom the team was handed, else the others */
    List<StaffRow> of(int organizationId, long team, boolean running) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select %s from staff
                        where organization_id = :organization and role = 'PARTNER' and ended_at is null
                          and exists (select from staff_scope r where r.staff_id = staff.id and r.team_id = :team) = :running
                        order by display_name, id
                        """.formatted(StaffRow.COLUMNS))
                .bind("organization", organizationId)
                .bind("team", team)
                .bind("running", running)
                .map((row, context) -> StaffRow.of(row))
                .list());
    }

    /** False where it was handed to them before. */
    boolean hand(long team, int staffId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        with handed as (
                            insert into staff_scope (staff_id, team_id) values (:staff, :team)
                            on conflict (staff_id, team_id) where team_id is not null do nothing returning staff_id)
                        update staff set version = version + 1 where id in (select staff_id from handed)
                        """)
                        .bind("staff", staffId)
                        .bind("team", team)
                        .execute())
                == 1;
    }

    /** False where it was not handed to them. */
    boolean takeBack(long team, int staffId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        with taken as (
                            delete from staff_scope where staff_id = :staff and team_id = :team returning staff_id)
                        update staff set version = version + 1 where id in (select staff_id from taken)
                        """)
                        .bind("staff", staffId)
                        .bind("team", team)
                        .execute())
                == 1;
    }
}
