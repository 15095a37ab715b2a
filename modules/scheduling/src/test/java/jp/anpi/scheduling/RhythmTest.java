package jp.anpi.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The calendar against a reference that tries every hour, one after the other (R-002 … R-005, E-16). */
class RhythmTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** Has a summer time, which Japan has not: the arithmetic must not care. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Property(tries = 300)
    void the_next_slot_is_the_first_hour_of_the_grid_that_a_patient_clerk_finds(
            @ForAll("rhythms") Rhythm rhythm, @ForAll("instants") Instant now) {
        assertThat(rhythm.nextAfter(now, TOKYO)).isEqualTo(firstHourThatFalls(rhythm, now, TOKYO));
    }

    @Property(tries = 300)
    void the_next_slot_lies_strictly_ahead_in_any_zone(
            @ForAll("rhythms") Rhythm rhythm, @ForAll("instants") Instant now) {
        Instant next = rhythm.nextAfter(now, BERLIN);
        assertThat(next).isAfter(now);
        assertThat(rhythm.nextAfter(next.minusNanos(1), BERLIN)).isEqualTo(next);
    }

    @Property(tries = 300)
    void one_slot_follows_the_other_without_a_gap(@ForAll("rhythms") Rhythm rhythm, @ForAll("instants") Instant now) {
        Instant next = rhythm.nextAfter(now, TOKYO);
        Instant middle = now.plus(Duration.between(now, next).dividedBy(2));
        assertThat(rhythm.nextAfter(middle, TOKYO)).isEqualTo(next);
    }

    @Property(tries = 200)
    void a_new_rhythm_begins_at_the_next_occurrence_of_its_hour(
            @ForAll CheckInInterval interval, @ForAll("hours") List<Integer> hours, @ForAll("instants") Instant now) {
        Rhythm rhythm = Rhythm.startingAfter(now, interval, hours, TOKYO);
        Instant first = rhythm.nextAfter(now, TOKYO);
        if (interval != CheckInInterval.WEEKDAYS) {
            assertThat(Duration.between(now, first)).isLessThanOrEqualTo(Duration.ofDays(1));
        } else {
            assertThat(first.atZone(TOKYO).getDayOfWeek()).isLessThanOrEqualTo(DayOfWeek.FRIDAY);
        }
    }

    @Test
    void the_same_day_counts_when_the_hour_is_still_to_come() {
        Instant morning = at("2026-11-22T07:00");
        Rhythm rhythm = Rhythm.startingAfter(morning, CheckInInterval.EVERY_3_DAYS, List.of(8), TOKYO);
        assertThat(rhythm.nextAfter(morning, TOKYO)).isEqualTo(at("2026-11-22T08:00"));
        assertThat(rhythm.nextAfter(at("2026-11-22T08:00"), TOKYO)).isEqualTo(at("2026-11-25T08:00"));
    }

    @Test
    void after_an_absence_the_original_grid_goes_on_E_10() {
        Rhythm rhythm = new Rhythm(CheckInInterval.EVERY_3_DAYS, List.of(8), LocalDate.of(2026, 11, 22));
        assertThat(rhythm.firstOnOrAfter(LocalDate.of(2026, 12, 1), TOKYO)).isEqualTo(at("2026-12-01T08:00"));
        assertThat(rhythm.firstOnOrAfter(LocalDate.of(2026, 12, 2), TOKYO)).isEqualTo(at("2026-12-04T08:00"));
    }

    @Test
    void twice_a_day_alternates_between_its_hours() {
        Rhythm rhythm = new Rhythm(CheckInInterval.EVERY_DAY, List.of(20, 8), LocalDate.of(2026, 11, 22));
        assertThat(rhythm.hours()).containsExactly(8, 20);
        assertThat(rhythm.nextAfter(at("2026-11-22T08:00"), TOKYO)).isEqualTo(at("2026-11-22T20:00"));
        assertThat(rhythm.nextAfter(at("2026-11-22T20:00"), TOKYO)).isEqualTo(at("2026-11-23T08:00"));
    }

    @Test
    void hours_outside_the_day_are_refused() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        for (List<Integer> hours : List.of(List.<Integer>of(), List.of(24), List.of(-1), List.of(1, 2, 3))) {
            assertThatThrownBy(() -> new Rhythm(CheckInInterval.EVERY_DAY, hours, day))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Rhythm> rhythms() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(CheckInInterval.class),
                        hours(),
                        Arbitraries.longs().between(19_000, 23_000))
                .as((interval, hours, day) -> new Rhythm(interval, hours, LocalDate.ofEpochDay(day)));
    }

    @Provide
    Arbitrary<List<Integer>> hours() {
        return Arbitraries.integers().between(0, 23).list().ofMinSize(1).ofMaxSize(2);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(1_700_000_000L, 1_900_000_000L).map(Instant::ofEpochSecond);
    }

    private static Instant firstHourThatFalls(Rhythm rhythm, Instant now, ZoneId zone) {
        ZonedDateTime hour = now.atZone(zone).withMinute(0).withSecond(0).withNano(0);
        while (!hour.toInstant().isAfter(now)
                || !rhythm.hours().contains(hour.getHour())
                || !rhythm.interval().falls(hour.toLocalDate(), rhythm.anchor())) {
            hour = hour.plusHours(1);
        }
        return hour.toInstant();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }
}
