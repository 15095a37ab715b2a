package jp.anpi.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which rules count for somebody in several teams: what each of the teams promises is kept. */
class StrictestPolicyTest {

    @Property
    void nobody_is_told_later_than_by_any_of_the_rules_in_whatever_order_they_come(
            @ForAll("policies") List<EscalationPolicy> policies) {
        EscalationPolicy strictest = EscalationPolicy.strictest(policies);

        assertThat(policies).contains(strictest);
        assertThat(policies).allSatisfy(policy -> assertThat(alert(strictest)).isLessThanOrEqualTo(alert(policy)));
        List<EscalationPolicy> backwards = new ArrayList<>(policies);
        Collections.reverse(backwards);
        assertThat(EscalationPolicy.strictest(backwards)).isEqualTo(strictest);
    }

    @Test
    void of_equal_alerts_staff_come_sooner_then_the_question_comes_again_sooner() {
        EscalationPolicy quick = policy(1, 24, 27, 30);
        assertThat(EscalationPolicy.strictest(List.of(policy(2, 12, 27, 60), quick)))
                .isEqualTo(quick);
        EscalationPolicy early = policy(4, 12, 27, 60);
        assertThat(EscalationPolicy.strictest(List.of(policy(3, 24, 27, 60), early)))
                .isEqualTo(early);
    }

    @Test
    void slots_are_compared_with_slots() {
        EscalationPolicy two = slots(2);
        assertThat(EscalationPolicy.strictest(List.of(slots(3), two, slots(4)))).isEqualTo(two);
    }

    @Provide
    Arbitrary<List<EscalationPolicy>> policies() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(61, 168),
                        Arbitraries.integers().between(10, 720))
                .as(StrictestPolicyTest::policy)
                .list()
                .ofMinSize(1)
                .uniqueElements(EscalationPolicy::id);
    }

    private static Duration alert(EscalationPolicy policy) {
        return policy.firstAlert().orElseThrow().delay().orElseThrow();
    }

    private static EscalationPolicy policy(long id, int reminder, int alert, int takeOver) {
        ServicePreset preset = ServicePreset.CONNECT_HEART;
        return new EscalationPolicy(
                id,
                1,
                preset,
                Duration.ofHours(1),
                Duration.ofMinutes(takeOver),
                preset.steps(List.of(reminder, alert)));
    }

    private static EscalationPolicy slots(int missed) {
        ServicePreset preset = ServicePreset.TWICE_DAILY;
        return new EscalationPolicy(
                missed, 1, preset, Duration.ofHours(3), Duration.ofHours(1), preset.steps(List.of(missed)));
    }
}
