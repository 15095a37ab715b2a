package jp.anpi.resident.internal.page;

import java.util.List;
import java.util.stream.Collectors;
import jp.anpi.escalation.WhoIsTold.Told;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.Rhythm;

/** What is set, in words rather than settings. */
final class Arrangement {

    private Arrangement() {}

    /** 「3日ごと、8時」. */
    static String rhythm(Rhythm rhythm) {
        return Words.of("rhythm", Words.of("interval." + rhythm.interval().name()), hours(rhythm.hours()));
    }

    /** When whom we tell after no answer; blank where the policy tells nobody. */
    static String silence(EscalationPolicy policy, Told told) {
        return policy.firstAlert().map(step -> silence(step, told)).orElse("");
    }

    private static String silence(EscalationStep step, Told told) {
        String whom = Words.of(told.anyWatcher() ? "silence.watchers" : "silence.staff");
        return step.delay()
                .map(delay -> Words.of("silence.hours", delay.toHours(), whom))
                .orElseGet(() -> Words.of("silence.slots", step.missedSlots().orElse(1), whom));
    }

    private static String hours(List<Integer> hours) {
        return hours.stream().map(hour -> Words.of("hour", hour)).collect(Collectors.joining(Words.of("hour.and")));
    }
}
