package jp.anpi.townlife;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Something that somebody does, in rounds: what everybody does in one round reaches the product together, and the next
 * round answers what came back.
 *
 * @param who orders the acts of one moment
 * @param rounds each presses or types; false gives up, because what is needed is not offered
 * @param done learns what came of it
 */
record Act(int who, String what, List<BooleanSupplier> rounds, Consumer<Outcome> done) {

    /** What came of it. */
    enum Outcome {
        /** Something needed was not offered, or the person was not able to. */
        GIVEN_UP,
        /** LINE could not deliver it. */
        UNHEARD,
        HEARD
    }

    static Act of(int who, String what, Consumer<Outcome> done, BooleanSupplier... rounds) {
        return new Act(who, what, List.of(rounds), done);
    }
}
