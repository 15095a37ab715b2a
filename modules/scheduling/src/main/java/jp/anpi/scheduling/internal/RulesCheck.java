package jp.anpi.scheduling.internal;

import java.time.Duration;
import java.util.List;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.EscalationStep.Action;
import jp.anpi.scheduling.ServicePreset;

/** What rules must keep to: each step in reach and after the one before it, and time to answer before anybody is told. */
final class RulesCheck {

    private RulesCheck() {}

    /** {@link Outcome#CHANGED} where nothing is wrong with them. */
    static Outcome of(ServicePreset preset, Rules rules) {
        if (rules.intervals().isEmpty()) {
            return Outcome.NO_INTERVAL;
        }
        if (outside(rules.hour(), 0, 23)) {
            return Outcome.HOUR_IMPOSSIBLE;
        }
        Outcome steps = ofSteps(preset, rules);
        if (steps != Outcome.CHANGED) {
            return steps;
        }
        boolean inOneDay = !outside(rules.deliveryFrom(), 0, 23) && !outside(rules.deliveryUntil(), 1, 24);
        return inOneDay && rules.deliveryUntil() - rules.deliveryFrom() >= CheckInRules.LEAST_DELIVERY_HOURS
                ? Outcome.CHANGED
                : Outcome.DELIVERY_IMPOSSIBLE;
    }

    /** Of what a team may set: the rest is the organization's, and no reason to refuse it. */
    static Outcome ofSteps(ServicePreset preset, Rules rules) {
        if (rules.numbers().size() != preset.steps().size() || !inOrder(preset.steps(), rules.numbers())) {
            return Outcome.STEPS_IMPOSSIBLE;
        }
        if (outside(rules.windowHours(), 1, CheckInRules.MOST_WINDOW_HOURS)
                || !leavesTime(preset.steps(rules.numbers()), Duration.ofHours(rules.windowHours()))) {
            return Outcome.WINDOW_IMPOSSIBLE;
        }
        if (outside(
                rules.takeOverMinutes(), CheckInRules.LEAST_TAKE_OVER_MINUTES, CheckInRules.MOST_TAKE_OVER_MINUTES)) {
            return Outcome.TAKE_OVER_IMPOSSIBLE;
        }
        return Outcome.CHANGED;
    }

    private static boolean inOrder(List<EscalationStep> steps, List<Integer> numbers) {
        int before = 0;
        for (int i = 0; i < steps.size(); i++) {
            int most = steps.get(i).missedSlots().isPresent() ? CheckInRules.MOST_SLOTS : CheckInRules.MOST_HOURS;
            if (outside(numbers.get(i), before + 1, most)) {
                return false;
            }
            before = numbers.get(i);
        }
        return true;
    }

    private static boolean leavesTime(List<EscalationStep> steps, Duration window) {
        Duration asked = Duration.ZERO;
        for (EscalationStep step : steps) {
            if (step.delay().isEmpty()) {
                continue;
            }
            Duration delay = step.delay().get();
            if (step.action() == Action.REMIND) {
                asked = delay;
            } else if (delay.minus(asked).compareTo(window) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean outside(int number, int least, int most) {
        return number < least || number > most;
    }
}
