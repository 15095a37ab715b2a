package jp.anpi.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.Rhythm;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Another hour for everybody, seen from one person's calendar. */
class HourMoveTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalDate ANCHOR = LocalDate.parse("2026-11-22");

    @Property(tries = 500)
    void every_day_of_the_grid_keeps_one_question_and_only_one(
            @ForAll CheckInInterval interval,
            @ForAll @IntRange(max = 23) int before,
            @ForAll @IntRange(max = 23) int after,
            @ForAll("instants") Instant now) {
        Rhythm old = new Rhythm(interval, List.of(before), ANCHOR);
        Rhythm changed = new Rhythm(interval, List.of(after), ANCHOR);
        Instant due = old.nextAfter(now, TOKYO);

        Instant first = new HourMove(old.hours(), changed.hours(), TOKYO).of(due, now);
        Instant second = changed.nextAfter(first, TOKYO);

        assertThat(first).isAfter(now);
        assertThat(day(first)).as("the day on which they would have been asked").isEqualTo(day(due));
        assertThat(day(second)).as("the next day of the grid").isEqualTo(day(old.nextAfter(due, TOKYO)));
    }

    @Property(tries = 200)
    void two_hours_a_day_move_each_to_its_own(
            @ForAll @IntRange(max = 11) int before,
            @ForAll @IntRange(max = 11) int after,
            @ForAll("instants") Instant now) {
        List<Integer> old = List.of(before, before + 12);
        Instant due = new Rhythm(CheckInInterval.EVERY_DAY, old, ANCHOR).nextAfter(now, TOKYO);
        Instant moved = new HourMove(old, List.of(after, after + 12), TOKYO).of(due, now);
        assertThat(Duration.between(due, moved).abs()).isLessThan(Duration.ofHours(12));
        assertThat(moved).isAfter(now);
    }

    @Test
    void what_is_made_up_for_keeps_its_instant_and_nothing_stays_nothing() {
        HourMove move = new HourMove(List.of(8), List.of(17), TOKYO);
        Instant soon = Instant.parse("2026-11-22T23:15:00Z");
        assertThat(move.of(soon, soon.minusSeconds(60))).isEqualTo(soon);
        assertThat(move.of(soon.plusSeconds(7_200), soon)).as("10:15").isEqualTo(soon.plusSeconds(7_200));
        assertThat(move.of(null, soon)).isNull();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, TOKYO);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 40_000)
                .map(minutes -> ANCHOR.atStartOfDay(TOKYO).toInstant().plus(Duration.ofMinutes(minutes)));
    }
}
