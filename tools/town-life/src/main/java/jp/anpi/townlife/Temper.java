package jp.anpi.townlife;

import java.time.Duration;
import java.util.Random;

/** How reliably and how quickly somebody answers. */
enum Temper {
    PUNCTUAL(0.55, 0.01, 0.05, 15, 1.0),
    SLOW(0.25, 0.04, 0.10, 240, 0.75),
    FORGETFUL(0.20, 0.25, 0.15, 60, 1.2);

    private final double share;
    private final double forgets;
    private final double forgetsAgain;
    private final double medianMinutes;
    private final double spread;

    Temper(double share, double forgets, double forgetsAgain, double medianMinutes, double spread) {
        this.share = share;
        this.forgets = forgets;
        this.forgetsAgain = forgetsAgain;
        this.medianMinutes = medianMinutes;
        this.spread = spread;
    }

    static Temper any(Random dice) {
        double thrown = dice.nextDouble();
        for (Temper temper : values()) {
            thrown -= temper.share;
            if (thrown < 0) {
                return temper;
            }
        }
        return PUNCTUAL;
    }

    /** @param again whether it is a reminder, which is missed less often */
    boolean forgets(Random dice, boolean again) {
        return dice.nextDouble() < (again ? forgetsAgain : forgets);
    }

    /** Log-normal: mostly near the median, now and then a day. */
    Duration latency(Random dice) {
        return Duration.ofSeconds(Math.round(60 * medianMinutes * Math.exp(spread * dice.nextGaussian())));
    }
}
