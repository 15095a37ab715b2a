package jp.anpi.scheduling.internal;

import java.time.Duration;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.ServicePreset;

/** Rules as they are typed, and the policy that they mean. */
final class RulesAndPolicy {

    private static final long NOT_KEPT = 0;

    private RulesAndPolicy() {}

    /** What the offer says, with the steps of this policy. */
    static Rules rules(CheckInOffer offer, EscalationPolicy policy, int version) {
        return new Rules(
                offer.intervals(),
                offer.fixedHour().orElse(offer.defaultHour()),
                offer.quoteShown(),
                policy.steps().stream().map(RulesAndPolicy::number).toList(),
                (int) policy.answerWindow().toHours(),
                (int) policy.takeOver().toMinutes(),
                offer.deliveryFrom(),
                offer.deliveryUntil(),
                version);
    }

    private static int number(EscalationStep step) {
        return step.missedSlots()
                .orElseGet(() -> (int) step.delay().orElseThrow().toHours());
    }

    /** With the steps of the preset, at the times of the rules. */
    static EscalationPolicy policy(CheckInOffer offer, Rules rules) {
        ServicePreset preset = offer.policy().preset();
        return new EscalationPolicy(
                NOT_KEPT,
                offer.organizationId(),
                preset,
                Duration.ofHours(rules.windowHours()),
                Duration.ofMinutes(rules.takeOverMinutes()),
                preset.steps(rules.numbers()));
    }

    static boolean same(EscalationPolicy one, EscalationPolicy other) {
        return one.steps().equals(other.steps())
                && one.answerWindow().equals(other.answerWindow())
                && one.takeOver().equals(other.takeOver());
    }
}
