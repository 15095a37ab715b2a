package jp.anpi.scheduling;

import java.time.LocalDate;

/** A pause lasts a year at most: after that somebody should be asked once more (E-10). */
public final class LongestPause {

    private LongestPause() {}

    /** The latest day on which a pause that is set today may end. */
    public static LocalDate lastDay(LocalDate today) {
        return today.plusYears(1);
    }
}
