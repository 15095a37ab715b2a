package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.anpi.townlife.Disturbance.Kind;
import jp.anpi.townlife.Premises.Delivery;

/** Everything that goes wrong in this life and is nobody's fault in the town. */
final class Mishaps {

    private static final List<Integer> MINUTES = List.of(2, 18, 33, 51);
    private static final double SENT_TWICE = 0.03;
    private static final double OUT_OF_ORDER = 0.02;

    private Mishaps() {}

    /** One after the other, from minutes to most of a day long, at any time of the day. */
    static List<Disturbance> plan(TownLifeOptions options, Instant end) {
        List<Kind> kinds = options.disturbances().stream().sorted().toList();
        Random dice = Dice.of(options.seed(), "disturbances");
        List<Disturbance> planned = new ArrayList<>();
        Instant began = TownLifeOptions.START.plus(Duration.ofDays(2));
        for (int i = 0; !kinds.isEmpty(); i++) {
            began = began.plus(Duration.ofHours(dice.nextInt(2 * 24 * options.daysBetween()) + 1))
                    .truncatedTo(ChronoUnit.HOURS)
                    .plus(Duration.ofMinutes(MINUTES.get(dice.nextInt(MINUTES.size()))));
            Kind kind = kinds.get(i % kinds.size());
            Instant ended = began.truncatedTo(ChronoUnit.HOURS)
                    .plus(hours(dice))
                    .plus(Duration.ofMinutes(MINUTES.get(dice.nextInt(MINUTES.size()))));
            if (!ended.isAfter(began)) {
                ended = began.plus(Duration.ofMinutes(3));
            }
            if (kind == Kind.QUOTA_SHORT) {
                ZonedDateTime nextMonth = began.atZone(Grid.TOKYO)
                        .plusDays(3)
                        .with(TemporalAdjusters.firstDayOfNextMonth())
                        .truncatedTo(ChronoUnit.DAYS);
                began = nextMonth.minusHours(30).plusMinutes(2).toInstant();
                ended = nextMonth.plusMinutes(2).toInstant();
            }
            if (!ended.isBefore(end.minus(Duration.ofDays(1)))) {
                break;
            }
            planned.add(new Disturbance(kind, began, ended));
            began = ended;
        }
        return planned;
    }

    private static Duration hours(Random dice) {
        int kind = dice.nextInt(10);
        return Duration.ofHours(kind < 4 ? 0 : kind < 8 ? 1 + dice.nextInt(5) : 6 + dice.nextInt(18));
    }

    /** LINE warns that webhooks may come twice and in another order. */
    static Delivery delivery(TownLifeOptions options, Instant at) {
        double thrown = Dice.of(options.seed(), "delivery", at).nextDouble();
        return thrown < SENT_TWICE
                ? Delivery.TWICE
                : thrown < SENT_TWICE + OUT_OF_ORDER ? Delivery.REVERSED : Delivery.TOGETHER;
    }
}
