package jp.anpi.benchmarks.wave;

import java.time.Clock;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;
import jp.anpi.benchmarks.workbench.Lead;
import jp.anpi.benchmarks.workbench.Workbench;

/** A single wave through a product that has done nothing before. */
public final class FirstWave {

    private FirstWave() {}

    /** Asks so many people at once, and returns when all have been. */
    public static void of(int people, Workbench bench, Clock clock) {
        Crowds crowds = new Crowds(bench.database());
        Lead lead = new Lead(crowds, clock);
        int few = people / 10;
        lead.dueLater(few, due -> crowds.schedule(crowds.register(few, clock.instant()), due));
        Crowd registered = crowds.register(people, clock.instant());
        Crowd crowd = lead.dueSoon(people, due -> crowds.schedule(registered, due));
        new WaveRun(bench.database(), bench.line(), clock).measure(crowd);
    }
}
