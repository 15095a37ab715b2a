package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import jp.anpi.foundation.Counted;

/** Counts what the log of check-ins is given, by reason. */
@ApplicationScoped
public class Moves {

    @Inject
    private Event<Counted> counted;

    /** @param reason as in the log: the transition's name, or that a question came due */
    void count(String reason, int checkIns) {
        counted.fire(new Counted(
                "anpi_check_in_transitions", Map.of("transition", reason.toLowerCase(Locale.ROOT)), checkIns));
    }
}
