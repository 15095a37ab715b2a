package jp.anpi.benchmarks.wave;

import java.time.Instant;

/**
 * People who are all due at the same instant.
 *
 * @param first number of the first of them; their LINE user ids are made of these numbers
 * @param size how many they are
 * @param due when they are due
 */
record Crowd(long first, int size, Instant due) {

    long last() {
        return first + size - 1;
    }
}
