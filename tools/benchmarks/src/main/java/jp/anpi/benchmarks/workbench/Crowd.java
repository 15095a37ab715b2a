package jp.anpi.benchmarks.workbench;

import java.time.Instant;

/**
 * People who are all due at the same instant.
 *
 * @param first number of the first of them; their LINE user ids are made of these numbers
 * @param size how many they are
 * @param due when they are due
 */
public record Crowd(long first, int size, Instant due) {

    /** Number of the last of them. */
    public long last() {
        return first + size - 1;
    }

    /** The LINE user id of the one with that number. */
    public static String lineUserId(long number) {
        return String.format("U%032d", number);
    }
}
