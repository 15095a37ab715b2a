package jp.anpi.admin.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.foundation.ManualClock;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRole;
import jp.anpi.scheduling.CheckInStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many look at the first page, counting takes a small part of the time, and is never of another moment (E-19). */
class DayFiguresTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final int ORGANIZATION = 1;

    private final DayFigures figures = new DayFigures();
    private final ManualClock wall = new ManualClock(NOON);
    private final Counting counting = new Counting();

    @BeforeEach
    void as_the_container_does() throws IllegalAccessException {
        List<Object> parts = List.of(wall, counting, new People());
        for (Field field : DayFigures.class.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)) {
                field.setAccessible(true);
                field.set(
                        figures,
                        parts.stream()
                                .filter(field.getType()::isInstance)
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    @Test
    void what_is_counted_quickly_is_counted_again_after_two_seconds_and_says_what_was_counted() {
        assertThat(look()).isEqualTo(new DayFigures.Day(9, 4, 2, 1, 5));
        wall.advance(Duration.ofMillis(1_999));
        assertThat(look()).isEqualTo(new DayFigures.Day(9, 4, 2, 1, 5));

        wall.advance(Duration.ofMillis(1));
        assertThat(look().waiting()).isEqualTo(2);
    }

    @Test
    void what_takes_long_to_count_is_fresh_for_fifty_times_as_long() {
        counting.takes = Duration.ofSeconds(3);
        look();
        wall.advance(Duration.ofSeconds(146));
        look();
        assertThat(counting.times).as("149 seconds after it began").isOne();

        wall.advance(Duration.ofSeconds(1));
        look();
        assertThat(counting.times).isEqualTo(2);
    }

    @Test
    void counting_takes_a_fiftieth_of_the_day_however_many_look_and_all_that_is_left_is_quick() {
        counting.takes = Duration.ofSeconds(1);
        Instant end = wall.instant().plus(Duration.ofHours(1));
        int looks = 0;
        while (wall.instant().isBefore(end)) {
            wall.advance(Duration.ofMillis(100));
            look();
            looks++;
        }
        assertThat(counting.times).isEqualTo(72);
        assertThat(looks).isGreaterThan(30_000);
    }

    @Test
    void once_counting_is_quick_again_it_is_fresh_for_two_seconds_again() {
        counting.takes = Duration.ofSeconds(3);
        look();
        counting.takes = Duration.ZERO;
        wall.advance(Duration.ofSeconds(147));
        look();
        assertThat(counting.times).isEqualTo(2);

        wall.advance(Duration.ofSeconds(2));
        look();
        assertThat(counting.times).isEqualTo(3);
    }

    @Test
    void where_the_clock_of_a_trial_is_moved_what_was_counted_before_is_not_shown() {
        look(ORGANIZATION, NOON);
        look(ORGANIZATION, NOON.plusMillis(1_999));
        assertThat(counting.times).isOne();

        look(ORGANIZATION, NOON.plusSeconds(2));
        assertThat(counting.times).as("the machine's clock stood still").isEqualTo(2);
    }

    @Test
    void no_organization_is_shown_what_was_counted_of_another() {
        assertThat(look(1, NOON).waiting()).isOne();
        assertThat(look(2, NOON).waiting()).isEqualTo(2);
        assertThat(look(1, NOON).waiting()).isOne();
        assertThat(counting.asked).containsExactly(1, 2);
    }

    /** At the time of the machine, which is the product's outside of trials. */
    private DayFigures.Day look() {
        return look(ORGANIZATION, wall.instant());
    }

    private DayFigures.Day look(int organization, Instant now) {
        StaffCaller caller = new StaffCaller(1, organization, "admin", "admin", StaffRole.OFFICER, "192.0.2.1");
        return figures.of(caller, NOON, now);
    }

    /** Takes as long as a test says, and each time finds one more of whom an answer is awaited. */
    private final class Counting implements CheckInStatistics {

        private final List<Integer> asked = new ArrayList<>();
        private Duration takes = Duration.ZERO;
        private int times;

        @Override
        public Figures of(int organizationId, Instant from, Instant until) {
            times++;
            asked.add(organizationId);
            wall.advance(takes);
            return new Figures(9, 2, 1, 1, 2, 2, 1, 1, 2);
        }

        @Override
        public long waiting(int organizationId) {
            return times;
        }
    }

    /** Of whom five have nobody to tell; nothing else is asked of them here. */
    private static final class People implements StaffPeople {

        @Override
        public long nobodyToTell(StaffCaller caller) {
            return 5;
        }

        @Override
        public List<Line> find(StaffCaller caller, Wanted wanted, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Sheet> look(StaffCaller caller, long participantId, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Member> seen(StaffCaller caller, long participantId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<Long> within(StaffCaller caller, Collection<Long> participants) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome place(StaffCaller caller, long participantId, OptionalInt districtId, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome takeBackDeath(StaffCaller caller, long participantId, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
