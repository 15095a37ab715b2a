package jp.anpi.line.internal.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;

/**
 * How far a conversation has come.
 *
 * @param step empty between dialogues
 * @param stamp drawn anew for each question; its buttons carry it, so that older buttons answer nothing
 * @param data what the dialogue has gathered
 * @param since when the step was entered
 */
record State(Optional<Step> step, String stamp, Map<String, String> data, Instant since) {

    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final String STAMP_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    static State idle(Instant now) {
        return new State(Optional.empty(), "", Map.of(), now);
    }

    static State at(Step step, Map<String, String> data, Instant now) {
        return new State(Optional.of(step), SecretToken.next(STAMP_LETTERS, 6), Map.copyOf(data), now);
    }

    /** Whether the person has probably forgotten what was asked. */
    boolean staleAt(Instant now) {
        return since.plus(FRESH).isBefore(now);
    }

    boolean is(Step asked) {
        return step.filter(asked::equals).isPresent();
    }

    @Override
    public String toString() {
        return "State[" + step + ", since=" + since + "]";
    }
}
