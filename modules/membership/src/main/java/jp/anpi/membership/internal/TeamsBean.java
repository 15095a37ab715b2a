package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.anpi.membership.Team;
import jp.anpi.membership.Teams;
import org.jdbi.v3.core.Jdbi;

/** {@link Teams} with their sizes, counted by the database. */
@Stateless
public class TeamsBean implements Teams {

    @Inject
    Jdbi jdbi;

    @Override
    public List<Team> of(int organizationId, long memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.id, t.organization_id, t.name, t.kind = 'PERSONAL' as personal,
                               t.lead_id is not distinct from :member as lead,
                               count(*) filter (where m.role = 'PARTICIPANT') as participants,
                               count(*) filter (where m.role = 'WATCHER') as watchers
                        from team t
                        join team_membership m on m.team_id = t.id
                        where t.organization_id = :organization
                          and t.id in (select team_id from team_membership where member_id = :member)
                        group by t.id
                        order by t.created_at, t.id
                        """)
                .bind("organization", organizationId)
                .bind("member", memberId)
                .map((row, context) -> team(row))
                .list());
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(
                row.getLong("id"),
                row.getInt("organization_id"),
                row.getString("name"),
                row.getBoolean("personal"),
                row.getBoolean("lead"),
                row.getInt("participants"),
                row.getInt("watchers"));
    }
}
