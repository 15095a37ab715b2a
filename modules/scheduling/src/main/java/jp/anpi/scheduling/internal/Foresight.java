package jp.anpi.scheduling.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInRules.Follow;
import jp.anpi.scheduling.CheckInRules.Forecast;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.Rhythm;

/** What a policy does to somebody who stays silent, step by step. */
record Foresight(EscalationPolicy policy, int hoursADay, ZoneId zone, int moved) {

    /** More than one round of every grid of days. */
    private static final int ROUNDS = 15;

    Forecast of(Rules rules, Instant now) {
        List<Integer> hours = CheckInOffer.hoursFrom(rules.hour(), hoursADay);
        Rhythm often = Rhythm.startingAfter(now, rules.intervals().get(0), hours, zone);
        Instant asked = often.nextAfter(now, zone);
        CheckInInterval seldom = rules.intervals().stream()
                .max(Comparator.comparing(interval -> silence(interval, hours, now)))
                .orElseThrow();
        return new Forecast(
                asked,
                policy.steps().stream()
                        .map(step -> new Follow(step.action(), step.dueAt(asked, often, zone)))
                        .toList(),
                alert().dueAt(asked, often, zone).plus(policy.takeOver()),
                silence(seldom, hours, now),
                seldom,
                moved);
    }

    private EscalationStep alert() {
        return policy.firstAlert().orElseThrow();
    }

    /** The longest of the times between an answer on time and the alert after the next question. */
    private Duration silence(CheckInInterval interval, List<Integer> hours, Instant now) {
        Rhythm rhythm = Rhythm.startingAfter(now, interval, hours, zone);
        Duration longest = Duration.ZERO;
        Instant answered = rhythm.nextAfter(now, zone);
        for (int i = 0; i < ROUNDS; i++) {
            Instant asked = rhythm.nextAfter(answered, zone);
            Duration silent = Duration.between(answered, alert().dueAt(asked, rhythm, zone));
            longest = silent.compareTo(longest) > 0 ? silent : longest;
            answered = asked;
        }
        return longest;
    }
}
