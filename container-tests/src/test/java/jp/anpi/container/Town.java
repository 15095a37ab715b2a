package jp.anpi.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.Role;
import org.jdbi.v3.core.Jdbi;

/** The organization of the first start and what tests do in it; each call is a transaction of its own. */
@ApplicationScoped
public class Town {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    @Inject
    private Organizations organizations;

    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @Inject
    private PersonalFields fields;

    @Inject
    private Clock clock;

    @Inject
    private Jdbi jdbi;

    @Resource
    private ManagedThreadFactory threads;

    int id() {
        return organizations.first().id();
    }

    Instant now() {
        return clock.instant();
    }

    /** The full hour that comes next: what waits for LINE meanwhile is tried again at each instant of the way there. */
    int nextHour() {
        return now().atZone(TOKYO).plusHours(1).getHour();
    }

    /** A LINE account that no other test knows. */
    String account() {
        return "U" + "%032d".formatted(ACCOUNTS.incrementAndGet());
    }

    Member participant() {
        return register(account(), Role.PARTICIPANT);
    }

    Member watcher() {
        return register(account(), Role.WATCHER);
    }

    Member register(String account, Role role) {
        return members.register(id(), account, role, 1, now());
    }

    Issued invite(Member inviter, Role invitee, InvitationKind kind) {
        return invitations
                .issue(id(), inviter.id(), Optional.of(invitee), kind, now())
                .issued()
                .orElseThrow();
    }

    Standing accept(Member invitee, Issued invitation, Role role) {
        return invitations.accept(id(), invitee.id(), invitation.invitationId(), role, now());
    }

    /** A participant with one watcher. */
    Member watched(Member watcher) {
        Member participant = participant();
        accept(watcher, invite(participant, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        return participant;
    }

    /** They have blocked us, and confirmed an address before. */
    void beyondLine(Member watcher) {
        byte[] sealed =
                fields.seal(new SealedColumn("contact_address", "id", "sealed").in(id()), "daughter@example.jp");
        jdbi.useHandle(handle -> handle.execute(
                "insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)"
                        + " values (?, ?, 'MAIL', ?, ?, ?)",
                id(),
                watcher.id(),
                sealed,
                now(),
                now()));
        blocked(watcher);
    }

    void blocked(Member member) {
        members.blocked(id(), member.lineUserId(), now());
    }

    void leave(Member member) {
        members.leave(id(), member.id(), now());
    }

    /**
     * Puts everybody else to rest, and whoever looks after them: what still waits for LINE or for staff would be tried again
     * at each instant that the clock walks.
     */
    void othersRest() {
        jdbi.useHandle(handle -> {
            handle.execute("update check_in_schedule set next_due_at = null where next_due_at is not null");
            handle.execute("update check_in set next_step_at = null where next_step_at is not null");
            handle.execute("update incident set next_action_at = null, staff_mail_at = null where closed_at is null");
            handle.execute("update outbox_message set state = 'DROPPED', settled_at = created_at"
                    + " where state in ('READY', 'HELD')");
            handle.execute("delete from channel_contact where organization_id <> ?", id());
        });
    }

    /** One number from the database, as everybody else would see it or as the running transaction does. */
    long count(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select("select count(*) from " + sql, parameters)
                .mapTo(Long.class)
                .one());
    }

    /** Does the same in many threads of the container that start at the same moment. */
    <R> List<R> atOnce(int times, IntFunction<R> deed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times, threads);
        CyclicBarrier start = new CyclicBarrier(times);
        try {
            List<Future<R>> pending = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int index = i;
                pending.add(pool.submit(() -> {
                    start.await();
                    return deed.apply(index);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : pending) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    /** Does this in another thread until it waits for what the running transaction holds, or is done. */
    <R> Future<R> behind(Callable<R> deed) {
        ExecutorService pool = Executors.newSingleThreadExecutor(threads);
        Future<R> pending = pool.submit(deed);
        pool.shutdown();
        while (!pending.isDone() && !somebodyWaits()) {
            Thread.onSpinWait();
        }
        return pending;
    }

    private boolean somebodyWaits() {
        return count("pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))") > 0;
    }
}
