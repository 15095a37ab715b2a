package jp.anpi.scheduling;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What participants answer (E-4, E-5, E-11). */
public interface Answers {

    /** Where an answer came from. */
    enum Source {
        BUTTON,
        TYPED,
        PAGE
    }

    /** What an OK met. */
    enum Met {
        /** Nothing was open: recorded all the same (E-5). */
        NOTHING_OPEN,
        QUESTION,
        /** Watchers had been told: they get the all-clear (E-6). */
        ALERT,
        /** Help had been asked for: that stays open until a person closes it (E-11). */
        HELP_OPEN,
        /** The sender is not a participant. */
        NOT_A_PARTICIPANT
    }

    /** @param nextDueAt when the next question comes */
    record OkResult(Met met, Optional<Instant> nextDueAt) {}

    /**
     * A sign of life now, closing whatever is open, however often it comes.
     *
     * @param tappedAt when the person tapped, as the phone's platform says
     */
    OkResult ok(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now);

    /**
     * Signs of life of many participants in one step. It waits for nobody: whose rows somebody else holds at the moment,
     * and whose OK concerns more people than themselves because somebody was told or called, is left out.
     *
     * @param tappedAt when each of them tapped, by participant
     * @return what each OK met, by participant; who is missing was not touched, and is to be answered alone
     */
    Map<Long, OkResult> okTogether(int organizationId, Map<Long, Instant> tappedAt, Source source, Instant now);

    /** @return false when the sender is not a participant */
    boolean needHelp(int organizationId, Subject subject, Source source, Instant tappedAt, Instant now);
}
