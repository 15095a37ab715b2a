package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.messaging.Priority;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.messaging.QuotaReading;
import jp.anpi.messaging.ReserveEstimate.FollowUps;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is left, what is kept back, and who gives up first (E-9). */
class MessageQuotaTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    @Property
    void e9_whoever_is_asked_can_be_followed_up(
            @ForAll("limited") MessageQuota quota, @ForAll @IntRange(max = 600) int people) {
        int asked = quota.fitting(Priority.CHECK_IN, people, NOON);
        MessageQuota after = quota.spend(Priority.CHECK_IN, asked);
        if (asked > 0) {
            assertThat(left(after)).isGreaterThanOrEqualTo(after.reserve());
        }
    }

    @Property
    void e9_nobody_is_held_back_for_whom_there_is_room(
            @ForAll("limited") MessageQuota quota, @ForAll @IntRange(max = 600) int people) {
        int asked = quota.fitting(Priority.CHECK_IN, people, NOON);
        if (asked < people) {
            MessageQuota oneMore = quota.spend(Priority.CHECK_IN, asked + 1);
            assertThat(quota.limit().getAsLong() - oneMore.used() - oneMore.sent())
                    .isLessThan(oneMore.reserve());
        }
    }

    @Property
    void e9_announcements_stop_first(@ForAll("limited") MessageQuota quota) {
        if (quota.fitting(Priority.ANNOUNCEMENT, 1, NOON) > 0) {
            assertThat(quota.fitting(Priority.CHECK_IN, 1, NOON)).isEqualTo(1);
        }
    }

    @Property
    void e9_reminders_and_alerts_go_on_to_the_last_message(
            @ForAll("limited") MessageQuota quota, @ForAll @IntRange(max = 600) int people) {
        assertThat(quota.fitting(Priority.ALERT, people, NOON)).isEqualTo(people);
        assertThat(quota.fitting(Priority.REMINDER, people, NOON)).isEqualTo(people);
    }

    @Property
    void e9_at_least_five_percent_are_kept(@ForAll("limited") MessageQuota quota) {
        assertThat(quota.reserve() * 20).isGreaterThanOrEqualTo(quota.limit().getAsLong());
    }

    @Property
    void it_only_gets_worse_by_sending(
            @ForAll("limited") MessageQuota quota, @ForAll Priority priority, @ForAll @IntRange(max = 600) int people) {
        assertThat(quota.spend(priority, people).levelAt(NOON)).isGreaterThanOrEqualTo(quota.levelAt(NOON));
        assertThat(quota.spend(priority, people).giveBack(priority, people)).isEqualTo(quota);
    }

    @Example
    void e9_without_a_limit_or_without_a_reading_nothing_is_held() {
        MessageQuota unlimited = quota(OptionalLong.empty(), 1_000_000, NOON);
        MessageQuota neverRead = quota(OptionalLong.of(0), 0, null);
        assertThat(unlimited.fitting(Priority.ANNOUNCEMENT, 500, NOON)).isEqualTo(500);
        assertThat(neverRead.fitting(Priority.ANNOUNCEMENT, 500, NOON)).isEqualTo(500);
        assertThat(unlimited.levelAt(NOON)).isEqualTo(QuotaLevel.NORMAL);
        assertThat(neverRead.levelAt(NOON)).isEqualTo(QuotaLevel.NORMAL);
    }

    @Example
    void e9_the_levels_are_80_percent_the_reserve_and_nothing() {
        assertThat(quota(OptionalLong.of(1000), 799, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.NORMAL);
        assertThat(quota(OptionalLong.of(1000), 800, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.LOW);
        assertThat(quota(OptionalLong.of(1000), 949, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.LOW);
        assertThat(quota(OptionalLong.of(1000), 950, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.RESERVE);
        assertThat(quota(OptionalLong.of(1000), 999, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.RESERVE);
        assertThat(quota(OptionalLong.of(1000), 1000, NOON).levelAt(NOON)).isEqualTo(QuotaLevel.USED_UP);
    }

    @Example
    void e9_the_month_is_that_of_japan() {
        Instant lastMoment = Instant.parse("2026-11-30T14:59:59Z");
        MessageQuota usedUp = quota(OptionalLong.of(1000), 1000, NOON);
        assertThat(usedUp.fitting(Priority.CHECK_IN, 1, lastMoment)).isZero();
        assertThat(usedUp.fitting(Priority.CHECK_IN, 1, lastMoment.plusSeconds(1)))
                .as("what was read in November says nothing about December")
                .isEqualTo(1);
        assertThat(QuotaMonth.endOf(NOON)).isEqualTo(lastMoment.plusSeconds(1));
    }

    @Example
    void e9_a_refusal_is_known_at_once_and_believed_for_an_hour_or_until_the_next_reading() {
        MessageQuota refused = quota(OptionalLong.empty(), 0, null).refuse(NOON);
        assertThat(refused.fitting(Priority.CHECK_IN, 1, NOON)).isZero();
        assertThat(refused.levelAt(NOON)).isEqualTo(QuotaLevel.USED_UP);
        assertThat(refused.fitting(Priority.CHECK_IN, 1, NOON.plus(Duration.ofHours(1))))
                .isEqualTo(1);
        MessageQuota read = refused.read(new QuotaReading(OptionalLong.of(1000), 10), FollowUps.NONE, 0, NOON);
        assertThat(read.fitting(Priority.CHECK_IN, 1, NOON)).isEqualTo(1);
    }

    @Example
    void e9_a_channel_that_is_behind_with_its_counting_is_not_believed_before_the_next_reading() {
        MessageQuota sent = quota(OptionalLong.of(1000), 100, NOON).spend(Priority.CHECK_IN, 500);
        MessageQuota behind = sent.read(new QuotaReading(OptionalLong.of(1000), 100), FollowUps.NONE, 500, NOON);
        assertThat(left(behind)).isEqualTo(400);
        assertThat(left(behind.read(new QuotaReading(OptionalLong.of(1000), 580), FollowUps.NONE, 0, NOON)))
                .isEqualTo(420);
    }

    @Example
    void e9_what_is_sent_during_a_reading_counts_after_it() {
        MessageQuota sent = quota(OptionalLong.of(1000), 100, NOON).spend(Priority.CHECK_IN, 30);
        MessageQuota read = sent.read(new QuotaReading(OptionalLong.of(1000), 120), FollowUps.NONE, 20, NOON);
        assertThat(left(read)).isEqualTo(1000 - 120 - 10);
    }

    @Provide
    Arbitrary<MessageQuota> limited() {
        Arbitrary<Long> figures = Arbitraries.longs().between(0, 3000);
        return Combinators.combine(
                        figures, figures, figures, figures, Arbitraries.longs().between(0, 9))
                .as((limit, used, sent, open, each) -> new MessageQuota(
                        1,
                        OptionalLong.of(limit),
                        used,
                        used,
                        Optional.of(NOON),
                        sent,
                        new FollowUps(open, each),
                        Optional.empty(),
                        QuotaLevel.NORMAL));
    }

    private static MessageQuota quota(OptionalLong limit, long used, Instant readAt) {
        return new MessageQuota(
                1,
                limit,
                used,
                used,
                Optional.ofNullable(readAt),
                0,
                FollowUps.NONE,
                Optional.empty(),
                QuotaLevel.NORMAL);
    }

    private static long left(MessageQuota quota) {
        return quota.remaining(NOON).orElseThrow();
    }
}
