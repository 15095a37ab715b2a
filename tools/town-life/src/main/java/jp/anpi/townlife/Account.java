package jp.anpi.townlife;

import java.time.Instant;

/** One participant's account with LINE, as far as it can be judged. */
interface Account {

    Diary diary();

    Grid grid();

    /** Null until the person is. */
    Instant registered();

    /** From then on nothing is seen on it; {@link Instant#MAX} where it stays. */
    Instant deletedAt();

    /** Whether anybody can be told. */
    boolean watched();

    /** Whether nobody answers on this account any more. */
    boolean gone(Instant at);

    /** Whether the person does not look at the phone for a while. */
    boolean away(Instant at);

    Fate fate();
}
