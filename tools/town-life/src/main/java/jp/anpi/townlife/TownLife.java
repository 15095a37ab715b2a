package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.townlife.Premises.Delivery;

/** Lives the life of a town from its first morning to its last day, and hands it over to be judged. */
public final class TownLife {

    private static final Duration PROGRESS = Duration.ofDays(10);

    private final TownLifeOptions options;
    private final Consumer<String> progress;
    private final LongSupplier nanoTime;
    private final Instant end;
    private final List<Disturbance> disturbances;

    private TownLife(TownLifeOptions options, Consumer<String> progress, LongSupplier nanoTime) {
        this.options = options;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.end = TownLifeOptions.START.plus(Duration.ofDays(options.days()));
        this.disturbances = Mishaps.plan(options, end);
    }

    /**
     * Lives it.
     *
     * @param progress gets a line now and then
     * @param nanoTime of the machine, to say how long it took
     * @return what came of it, with everything that should not have been
     */
    public static Verdict live(TownLifeOptions options, Consumer<String> progress, LongSupplier nanoTime) {
        return new TownLife(options, progress, nanoTime).live();
    }

    private Verdict live() {
        long began = nanoTime.getAsLong();
        progress.accept("Town of " + options.people() + " people, " + options.days() + " days, seed " + options.seed());
        try (Premises premises = new Premises(options.directory(), TownLifeOptions.START, options.days() < 60)) {
            Agenda agenda = new Agenda(TownLifeOptions.START);
            Town town = new Town(options, premises, agenda, disturbances);
            Arrivals arrivals = new Arrivals(town);
            arrivals.foundTown();
            new Destinies(town, arrivals, end).layDown();
            pass(premises, agenda, town, began);
            return Verdict.on(town, premises.now(), Duration.ofNanos(nanoTime.getAsLong() - began));
        }
    }

    private void pass(Premises premises, Agenda agenda, Town town, long began) {
        List<Disturbance> ahead = new ArrayList<>(disturbances);
        Disturbance present = null;
        Instant report = TownLifeOptions.START.plus(PROGRESS);
        while (premises.now().isBefore(end) && (present != null || !timeIsUp(began))) {
            Instant edge = present != null
                    ? present.ended()
                    : ahead.isEmpty() ? end : ahead.get(0).began();
            premises.advanceTo(agenda.reach(premises.now(), edge));
            Instant now = premises.now();
            Delivery delivery = Mishaps.delivery(options, now);
            new Performance(premises, delivery).of(agenda.due(now));
            if (present != null && !now.isBefore(present.ended())) {
                end(present, premises);
                present = null;
            } else if (present == null && !ahead.isEmpty() && !now.isBefore(edge)) {
                present = ahead.remove(0);
                begin(present, premises);
            }
            if (!now.isBefore(report)) {
                report = report.plus(PROGRESS);
                progress.accept("day %d after %d s, %d questions"
                        .formatted(
                                Duration.between(TownLifeOptions.START, now).toDays(),
                                Duration.ofNanos(nanoTime.getAsLong() - began).toSeconds(),
                                town.tally().of(Sight.QUESTION),
                                town.effort()));
            }
        }
    }

    private boolean timeIsUp(long began) {
        long minutes = Duration.ofNanos(nanoTime.getAsLong() - began).toMinutes();
        return options.minutes() > 0 && minutes >= options.minutes();
    }

    private void begin(Disturbance disturbance, Premises premises) {
        switch (disturbance.kind()) {
            case STOPPED -> premises.stop();
            case KILLED -> premises.kill9();
            case LINE_DOWN -> premises.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
            case WEBHOOK_UNREACHABLE -> premises.losesWebhooks();
            case QUOTA_SHORT -> premises.runsShort(options.people());
        }
    }

    private static void end(Disturbance disturbance, Premises premises) {
        switch (disturbance.kind()) {
            case STOPPED, KILLED -> premises.start();
            case LINE_DOWN -> premises.line().faults().clear();
            case WEBHOOK_UNREACHABLE -> premises.findsWebhooks();
            case QUOTA_SHORT -> premises.line().quota().unlimited();
        }
    }
}
