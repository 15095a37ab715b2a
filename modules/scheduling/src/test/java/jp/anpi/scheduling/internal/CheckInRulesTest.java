package jp.anpi.scheduling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules.Follow;
import jp.anpi.scheduling.CheckInRules.Forecast;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep.Action;
import jp.anpi.scheduling.ServicePreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator may set, and what it is said to mean. */
class CheckInRulesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @EnumSource(ServicePreset.class)
    void the_rules_of_every_preset_may_be_saved_as_they_are(ServicePreset preset) {
        assertThat(RulesCheck.of(preset, rules(preset, numbers(preset), 3, 60))).isEqualTo(Outcome.CHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 27, 3, 60, CHANGED",
        "24, 26, 3, 60, WINDOW_IMPOSSIBLE",
        "24, 24, 1, 60, STEPS_IMPOSSIBLE",
        "27, 24, 3, 60, STEPS_IMPOSSIBLE",
        "0, 27, 3, 60, STEPS_IMPOSSIBLE",
        "-1, 27, 3, 60, STEPS_IMPOSSIBLE",
        "24, 169, 3, 60, STEPS_IMPOSSIBLE",
        "24, 60, 25, 60, WINDOW_IMPOSSIBLE",
        "24, 27, 0, 60, WINDOW_IMPOSSIBLE",
        "24, 27, 3, 9, TAKE_OVER_IMPOSSIBLE",
        "24, 27, 3, 721, TAKE_OVER_IMPOSSIBLE"
    })
    void steps_follow_each_other_and_leave_time_to_answer(
            int reminder, int alert, int window, int takeOver, Outcome outcome) {
        ServicePreset preset = ServicePreset.CONNECT_HEART;
        assertThat(RulesCheck.of(preset, rules(preset, List.of(reminder, alert), window, takeOver)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 22, CHANGED",
        "0, 24, CHANGED",
        "8, 12, CHANGED",
        "8, 11, DELIVERY_IMPOSSIBLE",
        "22, 6, DELIVERY_IMPOSSIBLE",
        "-1, 22, DELIVERY_IMPOSSIBLE",
        "6, 25, DELIVERY_IMPOSSIBLE"
    })
    void e8_late_questions_have_some_hours_of_every_day(int from, int until, Outcome outcome) {
        ServicePreset preset = ServicePreset.CONNECT_HEART;
        Rules rules = new Rules(preset.intervals(), 8, true, List.of(24, 27), 3, 60, from, until, 0);
        assertThat(RulesCheck.of(preset, rules)).isEqualTo(outcome);
    }

    /** On the page of a team there is no field for it. */
    @Test
    void what_a_team_may_set_is_refused_for_nothing_that_is_the_organizations() {
        ServicePreset preset = ServicePreset.CONNECT_HEART;
        Rules odd = new Rules(List.of(), -1, true, List.of(24, 27), 3, 60, 9, 11, 0);
        assertThat(RulesCheck.ofSteps(preset, odd)).isEqualTo(Outcome.CHANGED);
        Rules wrong = new Rules(preset.intervals(), 8, true, List.of(24, 27), 3, 5, 6, 22, 0);
        assertThat(RulesCheck.ofSteps(preset, wrong)).isEqualTo(Outcome.TAKE_OVER_IMPOSSIBLE);
    }

    @Test
    void a_preset_keeps_its_steps() {
        ServicePreset preset = ServicePreset.CONNECT_HEART;
        assertThat(RulesCheck.of(preset, rules(preset, List.of(24), 3, 60))).isEqualTo(Outcome.STEPS_IMPOSSIBLE);
        Rules nothing = new Rules(List.of(), 8, true, List.of(24, 27), 3, 60, 6, 22, 0);
        assertThat(RulesCheck.of(preset, nothing)).isEqualTo(Outcome.NO_INTERVAL);
    }

    @Test
    void e2_the_forecast_counts_from_the_question_and_adds_the_longest_interval() {
        Forecast forecast = forecast(ServicePreset.CONNECT_HEART, List.of(24, 27));

        assertThat(forecast.asked()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(forecast.follows())
                .containsExactly(
                        new Follow(Action.REMIND, Instant.parse("2026-11-23T23:00:00Z")),
                        new Follow(Action.ALERT_WATCHERS, Instant.parse("2026-11-24T02:00:00Z")));
        assertThat(forecast.staffAt()).isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(forecast.seldom()).isEqualTo(CheckInInterval.EVERY_14_DAYS);
        assertThat(forecast.longestSilence()).isEqualTo(Duration.ofDays(14).plusHours(27));
    }

    @Test
    void slots_are_counted_by_the_schedule() {
        Forecast forecast = forecast(ServicePreset.TWICE_DAILY, List.of(2));

        assertThat(forecast.asked()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(forecast.follows())
                .containsExactly(new Follow(Action.ALERT_WATCHERS, Instant.parse("2026-11-23T11:00:00Z")));
        assertThat(forecast.longestSilence()).isEqualTo(Duration.ofHours(36));
    }

    private static Forecast forecast(ServicePreset preset, List<Integer> numbers) {
        EscalationPolicy policy =
                new EscalationPolicy(0, 1, preset, Duration.ofHours(3), Duration.ofHours(1), preset.steps(numbers));
        return new Foresight(policy, preset.hoursADay(), TOKYO, 0).of(rules(preset, numbers, 3, 60), SUNDAY_NOON);
    }

    private static Rules rules(ServicePreset preset, List<Integer> numbers, int window, int takeOver) {
        return new Rules(preset.intervals(), 8, true, numbers, window, takeOver, 6, 22, 0);
    }

    private static List<Integer> numbers(ServicePreset preset) {
        return preset.steps().stream()
                .map(step -> step.missedSlots()
                        .orElseGet(() -> (int) step.delay().orElseThrow().toHours()))
                .toList();
    }
}
