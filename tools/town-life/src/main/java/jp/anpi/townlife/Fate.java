package jp.anpi.townlife;

import java.util.Random;

/** What somebody does or meets in the course of the year, beside answering. */
enum Fate {
    STAYS(0.70),
    /** Goes away now and then, mostly with a pause. */
    TRAVELS(0.16),
    /** Blocks the account one day; half of them come back. */
    BLOCKS(0.05),
    /** Loses the phone, and registers again days later with a new one; the old account stays silent. */
    CHANGES_PHONE(0.05),
    /** Falls silent for good one day: those for whom all this is made. */
    FALLS_SILENT(0.04);

    private final double share;

    Fate(double share) {
        this.share = share;
    }

    static Fate any(Random dice) {
        double thrown = dice.nextDouble();
        for (Fate fate : values()) {
            thrown -= fate.share;
            if (thrown < 0) {
                return fate;
            }
        }
        return STAYS;
    }
}
