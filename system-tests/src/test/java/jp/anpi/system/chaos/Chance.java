package jp.anpi.system.chaos;

import java.util.List;
import java.util.Random;

/** Chance with a seed: the same seed makes the same choices again. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** From 1 to {@code most}. */
    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
