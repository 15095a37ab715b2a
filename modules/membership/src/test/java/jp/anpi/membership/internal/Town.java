package jp.anpi.membership.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.anpi.database.testing.PersistenceUnit;
import jp.anpi.database.testing.TestDatabase;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SettingsReader;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.MemberReturned;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationFounded;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamJoined;
import jp.anpi.membership.WatchEnded;

/** An organization of its own in the test database, founded as at the first start, and what tests do in it. */
final class Town {

    static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EntityManagerFactory FACTORY =
            PersistenceUnit.of(TestDatabase.empty(), "jp.anpi.membership.internal");

    final RecordedEvents<OrganizationFounded> founded = new RecordedEvents<>();
    final RecordedEvents<MemberBlocked> blocked = new RecordedEvents<>();
    final RecordedEvents<MemberReturned> returned = new RecordedEvents<>();
    final RecordedEvents<MemberLeaving> leaving = new RecordedEvents<>();
    final RecordedEvents<TeamJoined> joined = new RecordedEvents<>();
    final RecordedEvents<WatchEnded> ended = new RecordedEvents<>();
    final OrganizationCache cache = new OrganizationCache();

    private final String key = "town-" + COUNT.incrementAndGet();
    private final Map<String, String> properties;

    Town() {
        this(Map.of());
    }

    Town(Map<String, String> given) {
        properties = new HashMap<>(Map.of("anpi.organization.key", key, "anpi.organization.name", "みどり市"));
        properties.putAll(given);
        found();
    }

    /** What each node does when it starts, in a database where other organizations may be older. */
    void found() {
        use(beans -> beans.founding.foundUnlessThere());
    }

    /** As if it had never been founded. */
    void raze() {
        int id = id();
        use(beans -> beans.jdbi.useHandle(handle -> {
            handle.execute("delete from terms_version where organization_id = ?", id);
            handle.execute("delete from organization where id = ?", id);
        }));
        founded.fired().clear();
    }

    int id() {
        return organization().id();
    }

    Organization organization() {
        return in(beans -> beans.organizations.byKey(key)).orElseThrow();
    }

    Settings settings() {
        return SettingsReader.read(property -> Optional.ofNullable(properties.get(property)));
    }

    /** One transaction with fresh beans; rolled back when it fails. */
    <R> R in(Function<Beans, R> work) {
        EntityManager entityManager = FACTORY.createEntityManager();
        try {
            entityManager.getTransaction().begin();
            R result = work.apply(new Beans(entityManager, this));
            entityManager.getTransaction().commit();
            return result;
        } finally {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        }
    }

    void use(Consumer<Beans> work) {
        in(beans -> {
            work.accept(beans);
            return null;
        });
    }

    Member participant(String account) {
        return in(beans -> beans.members.register(id(), account, Role.PARTICIPANT, 1, NOON));
    }

    Member watcher(String account) {
        return in(beans -> beans.members.register(id(), account, Role.WATCHER, 1, NOON));
    }

    Issued invite(Member inviter, Role invitee) {
        return invite(inviter, Optional.of(invitee), InvitationKind.SINGLE_USE);
    }

    Issued invite(Member inviter, Optional<Role> invitee, InvitationKind kind) {
        return in(beans -> beans.invitations.issue(id(), inviter.id(), invitee, kind, NOON))
                .issued()
                .orElseThrow();
    }

    Standing accept(Member member, Issued invitation, Role role) {
        return in(beans -> beans.invitations.accept(id(), member.id(), invitation.invitationId(), role, NOON));
    }

    /** Invites and accepts, so that one comes into a team of the other. */
    void join(Member inviter, Member invitee, Role role) {
        Standing standing = accept(invitee, invite(inviter, role), role);
        if (standing != Standing.VALID) {
            throw new IllegalStateException("Not joined: " + standing);
        }
    }

    void leave(Member member) {
        use(beans -> beans.members.leave(id(), member.id(), NOON.plus(Duration.ofDays(1))));
    }

    /** One number from the database. */
    long count(String sql, Object... parameters) {
        return in(beans -> beans.jdbi.withHandle(
                handle -> handle.select(sql, parameters).mapTo(Long.class).one()));
    }
}
