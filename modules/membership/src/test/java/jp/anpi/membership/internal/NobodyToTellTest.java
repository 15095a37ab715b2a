package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever can be told in one way or another is somebody to tell (E-13): the table {@code nobody_to_tell}. */
class NobodyToTellTest {

    private final Town town = new Town();
    private final Member mother = town.participant("U-mother");
    private final Member daughter = town.watcher("U-daughter");

    @BeforeEach
    void watched() {
        town.join(mother, daughter, Role.WATCHER);
        assertThat(alone()).isFalse();
    }

    @Test
    void e13_a_watcher_who_blocked_us_is_somebody_to_tell_while_an_address_of_theirs_is_confirmed() {
        block();
        assertThat(alone()).as("blocked").isTrue();

        sql("insert into contact_address (organization_id, member_id, way, sealed, created_at)"
                + " values (?, ?, 'MAIL', '\\x0100000007', now)");
        assertThat(alone()).as("an address that nobody confirmed").isTrue();

        sql("update contact_address set confirmed_at = now where organization_id = ? and member_id = ?");
        assertThat(alone()).as("a confirmed address").isFalse();

        sql("update contact_address set sealed = '\\x0100000008' where organization_id = ? and member_id = ?");
        assertThat(alone()).as("sealed anew").isFalse();

        sql("delete from contact_address where organization_id = ? and member_id = ?");
        assertThat(alone()).as("the address was removed").isTrue();
    }

    @Test
    void e13_who_blocks_us_with_a_confirmed_address_leaves_nobody_alone() {
        sql("insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)"
                + " values (?, ?, 'MAIL', '\\x0100000007', now, now)");
        block();
        assertThat(alone()).isFalse();

        town.leave(daughter);
        assertThat(alone()).as("the watcher has left").isTrue();
    }

    @Test
    void one_organization_waits_for_no_other() {
        Town other = new Town();
        Member theirs = other.participant("U-theirs");
        Member watcher = other.watcher("U-watcher");
        town.use(beans -> {
            beans.members.blocked(town.id(), "U-daughter", NOON);
            assertThat(CompletableFuture.runAsync(() -> other.join(theirs, watcher, Role.WATCHER)))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
    }

    @Test
    void who_joins_one_team_waits_for_nobody_who_joins_another() {
        Member father = town.participant("U-father");
        Member son = town.watcher("U-son");
        Issued first = town.invite(mother, Role.WATCHER);
        Issued second = town.invite(father, Role.WATCHER);
        Member aunt = town.watcher("U-aunt");
        town.use(beans -> {
            beans.invitations.accept(town.id(), aunt.id(), first.invitationId(), Role.WATCHER, NOON);
            assertThat(CompletableFuture.runAsync(() -> town.accept(son, second, Role.WATCHER)))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
        assertThat(alone(father)).isFalse();
    }

    /** Neither would see the other come: the second waits for the first. */
    @Test
    void e13_a_watcher_and_a_participant_who_come_into_one_team_at_the_same_moment_see_each_other() {
        Member father = town.participant("U-father");
        Member son = town.watcher("U-son");
        long team = town.count(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', ?) returning id",
                town.id(),
                NOON);
        CompletableFuture<Void> comes = town.in(beans -> {
            comesInto(beans.jdbi, team, son, Role.WATCHER);
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> town.use(others -> comesInto(others.jdbi, team, father, Role.PARTICIPANT)));
            while (!second.isDone() && !holdsUpSomebody(beans.jdbi)) {
                Thread.onSpinWait();
            }
            return second;
        });

        assertThat(comes).succeedsWithin(Duration.ofSeconds(10));
        assertThat(alone(father)).isFalse();
    }

    /** PostgreSQL has room for some thousands of locks. */
    @Test
    void a_whole_town_is_brought_in_by_one_statement() {
        Member son = town.watcher("U-son");
        town.use(beans -> beans.jdbi.useHandle(handle -> handle.execute(
                "with made as (insert into team (organization_id, kind, name, created_at)"
                        + " select ?, 'AREA', 'n' || n, ? from generate_series(1, 20000) n returning id)"
                        + " insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " select ?, made.id, one.id, one.role, ? from made,"
                        + " (values (?, 'PARTICIPANT'), (?, 'WATCHER')) as one (id, role)",
                town.id(),
                NOON,
                town.id(),
                NOON,
                mother.id(),
                son.id())));
        assertThat(alone()).isFalse();
    }

    private static boolean holdsUpSomebody(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .mapTo(Boolean.class)
                .one());
    }

    private void comesInto(Jdbi jdbi, long team, Member member, Role role) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " values (?, ?, ?, ?, ?)",
                town.id(),
                team,
                member.id(),
                role,
                NOON));
    }

    private void block() {
        town.use(beans -> beans.members.blocked(town.id(), "U-daughter", NOON));
    }

    private boolean alone() {
        return alone(mother);
    }

    private boolean alone(Member participant) {
        return town.count("select count(*) from nobody_to_tell where member_id = ?", participant.id()) > 0;
    }

    /** With the organization and the watcher as parameters; now is noon. */
    private void sql(String statement) {
        town.use(beans -> beans.jdbi.useHandle(handle -> handle.execute(
                statement.replaceAll("\\bnow\\b", "timestamptz '" + NOON + "'"), town.id(), daughter.id())));
    }
}
