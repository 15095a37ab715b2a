package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The same few people come, go, block, part and leave in several transactions at once, each by chance (E-13, ADR 0027). */
class NobodyToTellAtOnceTest {

    private static final int PEOPLE = 6;
    private static final int TEAMS = 2;
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 25;
    private static final String DEADLOCK = "40P01";

    private final Town town = new Town();
    private final List<Long> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> both("U-both-" + i).id()).toList();
    private final List<Long> teams = Stream.generate(this::team).limit(TEAMS).toList();

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void e13_the_table_is_the_truth_after_whatever_happened_at_once(@ForAll long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<Void>> deeds = Stream.generate(chance::nextLong)
                    .limit(AT_ONCE)
                    .map(deed -> CompletableFuture.runAsync(() -> inOne(new Random(deed))))
                    .toList();
            deeds.forEach(CompletableFuture::join);
            assertThat(kept()).as("seed %d, round %d", seed, round).isEqualTo(truth());
        }
    }

    /** Of two that wait for each other PostgreSQL ends one, which leaves no trace. */
    private void inOne(Random chance) {
        try {
            town.use(beans -> beans.jdbi.useHandle(handle -> {
                handle.execute("set local deadlock_timeout = '20ms'");
                for (int deeds = chance.nextInt(8) == 0 ? 2 : 1; deeds > 0; deeds--) {
                    act(handle, chance);
                }
            }));
        } catch (JdbiException failure) {
            if (!(failure.getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState()))) {
                throw failure;
            }
        }
    }

    private void act(Handle handle, Random chance) {
        long one = people.get(chance.nextInt(PEOPLE));
        long other = people.get(chance.nextInt(PEOPLE));
        long team = teams.get(chance.nextInt(TEAMS));
        Role role = chance.nextBoolean() ? Role.WATCHER : Role.PARTICIPANT;
        switch (chance.nextInt(12)) {
            case 0, 1, 2, 3 -> join(handle, team, one, role);
            case 4, 5 ->
                handle.execute(
                        "delete from team_membership where team_id = ? and member_id = ? and role = ?",
                        team,
                        one,
                        role);
            case 6 -> handle.execute("delete from team_membership where member_id = ?", one);
            case 7 ->
                handle.execute(
                        "insert into watch_end (organization_id, participant_id, watcher_id, ended_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing",
                        town.id(),
                        one,
                        other,
                        NOON);
            case 8 -> handle.execute("delete from watch_end where participant_id = ?", one);
            case 9 ->
                handle.execute(
                        "update member set blocked_at = case when blocked_at is null then ?::timestamptz end where id = ?",
                        NOON,
                        one);
            case 10 ->
                handle.execute(
                        "insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)"
                                + " values (?, ?, 'MAIL', '\\x0100000007', ?, ?) on conflict do nothing",
                        town.id(),
                        one,
                        NOON,
                        NOON);
            default -> handle.execute("delete from contact_address where member_id = ?", one);
        }
    }

    private void join(Handle handle, long team, long member, Role role) {
        handle.execute(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing",
                town.id(),
                team,
                member,
                role,
                NOON);
    }

    private Set<Long> kept() {
        return ids("select member_id from nobody_to_tell where organization_id = ?");
    }

    /** Said again in other words than those that the triggers go by. */
    private Set<Long> truth() {
        return ids("""
                select id from member where organization_id = ? and id not in (
                    select p.member_id from team_membership p, team_membership w, member m
                    where p.team_id = w.team_id and p.role = 'PARTICIPANT' and w.role = 'WATCHER'
                      and m.id = w.member_id and m.id <> p.member_id
                      and (m.blocked_at is null or m.id in (select member_id from contact_address))
                      and (p.member_id, m.id) not in (select participant_id, watcher_id from watch_end))
                """);
    }

    private Set<Long> ids(String sql) {
        return town.in(beans -> beans.jdbi.withHandle(handle ->
                new TreeSet<>(handle.select(sql, town.id()).mapTo(Long.class).list())));
    }

    private Member both(String account) {
        town.watcher(account);
        return town.participant(account);
    }

    private long team() {
        return town.in(beans -> beans.jdbi.withHandle(handle -> handle.select(
                        "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', ?)"
                                + " returning id",
                        town.id(),
                        NOON)
                .mapTo(Long.class)
                .one()));
    }
}
