package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import jp.anpi.membership.Member;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes a person and all that hangs on them: consents, memberships, invitations, page links, wrong codes.
 *
 * <p>Circles of members that have lost their lead and link nobody to anybody go too; the others lose the name that
 * spoke of the person who left. A team that staff made stays, with its invitations, until staff end it.
 */
@Dependent
public class MemberErasure {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    Jdbi jdbi;

    void erase(MemberEntity entity) {
        Member member = entity.toMember();
        entityManager.flush();
        List<Long> teams = jdbi.withHandle(handle -> lockedTeams(handle, member));
        entityManager.remove(entity);
        entityManager.flush();
        jdbi.useHandle(handle -> {
            forgetGuesses(handle, member);
            removePointless(handle, member.organizationId(), teams);
            renameLeaderless(handle, member, teams);
        });
    }

    /** Locked, so that of the last two who leave at the same time the second sees that nobody is left. */
    private static List<Long> lockedTeams(Handle handle, Member member) {
        return handle.createQuery("""
                        select id from team
                        where organization_id = :organization
                          and (lead_id = :member
                               or id in (select team_id from team_membership where member_id = :member))
                        order by id
                        for update
                        """)
                .bind("organization", member.organizationId())
                .bind("member", member.id())
                .mapTo(Long.class)
                .list();
    }

    private static void forgetGuesses(Handle handle, Member member) {
        handle.createUpdate("""
                        delete from invitation_guess
                        where organization_id = :organization and line_user_id = :account
                        """)
                .bind("organization", member.organizationId())
                .bind("account", member.lineUserId())
                .execute();
    }

    private static void removePointless(Handle handle, int organizationId, List<Long> teams) {
        handle.createUpdate("""
                        delete from team t
                        where t.organization_id = :organization and t.id = any(:teams) and t.lead_id is null
                          and t.kind = 'PERSONAL'
                          and (select count(distinct role) from team_membership where team_id = t.id) < 2
                        """)
                .bind("organization", organizationId)
                .bindArray("teams", Long.class, teams)
                .execute();
    }

    private static void renameLeaderless(Handle handle, Member member, List<Long> teams) {
        handle.createUpdate("""
                        update team set name = replace(:name, ':id', cast(id as text)), version = version + 1
                        where organization_id = :organization and id = any(:teams)
                          and kind = 'PERSONAL' and lead_id is null and name like :number || ' %'
                        """)
                .bind("organization", member.organizationId())
                .bindArray("teams", Long.class, teams)
                .bind("number", member.number())
                .bind("name", Words.of("team.leaderless", ":id"))
                .execute();
    }
}
