package jp.anpi.townlife;

import java.util.Random;

/**
 * Chance that depends on what it is for, never on the order in which threads ask: the same seed, person, moment and
 * purpose always give the same throw.
 */
final class Dice {

    private Dice() {}

    static Random of(long seed, Object... purpose) {
        long mixed = seed;
        for (Object part : purpose) {
            mixed = mixed * 6364136223846793005L + part.toString().hashCode() + 1442695040888963407L;
        }
        Random random = new Random(mixed);
        random.nextInt();
        return random;
    }
}
