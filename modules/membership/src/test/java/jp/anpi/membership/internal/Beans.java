package jp.anpi.membership.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import jp.anpi.foundation.ManualClock;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.Teams;
import jp.anpi.membership.WatchLinks;
import org.hibernate.Session;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** The beans of one transaction, wired as the container wires them: entities and SQL on one connection. */
final class Beans {

    final Members members;
    final Invitations invitations;
    final Teams teams;
    final WatchLinks watchLinks;
    final PageLinks pageLinks;
    final Organizations organizations;
    final OrganizationFounding founding;
    final Jdbi jdbi;

    Beans(EntityManager entityManager, Town town) {
        jdbi = Jdbi.create(connectionOf(entityManager)).registerArrayType(Long.class, "bigint");
        MemberRepository repository = new MemberRepository();
        repository.entityManager = entityManager;
        members = members(entityManager, repository, town);
        invitations = invitations(entityManager, repository, town);
        TeamsBean teamsBean = new TeamsBean();
        teamsBean.jdbi = jdbi;
        teams = teamsBean;
        WatchLinksBean watchLinksBean = new WatchLinksBean();
        watchLinksBean.entityManager = entityManager;
        watchLinksBean.jdbi = jdbi;
        watchLinksBean.members = repository;
        watchLinksBean.links = links();
        watchLinksBean.ended = town.ended;
        watchLinks = watchLinksBean;
        PageLinksBean pageLinksBean = new PageLinksBean();
        pageLinksBean.jdbi = jdbi;
        pageLinks = pageLinksBean;
        organizations = organizations(entityManager, jdbi, town);
        founding = new OrganizationFounding();
        founding.jdbi = jdbi;
        founding.settings = town.settings();
        founding.clock = new ManualClock(Instant.parse("2026-11-22T00:00:00Z"));
        founding.founded = town.founded;
    }

    private MembersBean members(EntityManager entityManager, MemberRepository repository, Town town) {
        MemberErasure erasure = new MemberErasure();
        erasure.entityManager = entityManager;
        erasure.jdbi = jdbi;
        MembersBean bean = new MembersBean();
        bean.entityManager = entityManager;
        bean.jdbi = jdbi;
        bean.members = repository;
        bean.erasure = erasure;
        bean.blocked = town.blocked;
        bean.returned = town.returned;
        bean.leaving = town.leaving;
        return bean;
    }

    private InvitationsBean invitations(EntityManager entityManager, MemberRepository repository, Town town) {
        PersonalTeams personalTeams = new PersonalTeams();
        personalTeams.entityManager = entityManager;
        InvitationGuesses guesses = new InvitationGuesses();
        guesses.jdbi = jdbi;
        InvitationsBean bean = new InvitationsBean();
        bean.entityManager = entityManager;
        bean.members = repository;
        bean.teams = personalTeams;
        bean.links = links();
        bean.guesses = guesses;
        TeamEntries entries = new TeamEntries();
        entries.entityManager = entityManager;
        entries.teams = personalTeams;
        entries.links = links();
        entries.joined = town.joined;
        bean.entries = entries;
        return bean;
    }

    private WatchLinkTable links() {
        WatchLinkTable table = new WatchLinkTable();
        table.jdbi = jdbi;
        return table;
    }

    private static OrganizationsBean organizations(EntityManager entityManager, Jdbi jdbi, Town town) {
        OrganizationsBean bean = new OrganizationsBean();
        bean.entityManager = entityManager;
        bean.cache = town.cache;
        bean.rows = new OrganizationRows();
        bean.rows.jdbi = jdbi;
        return bean;
    }

    /** Like the pool of the container: whoever asks within a transaction gets the transaction's own connection. */
    private static ConnectionFactory connectionOf(EntityManager entityManager) {
        return new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return entityManager.unwrap(Session.class).doReturningWork(connection -> connection);
            }

            @Override
            public void closeConnection(Connection connection) {
                // The transaction closes it.
            }
        };
    }
}
