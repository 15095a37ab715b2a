package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.townlife.Act.Outcome;
import jp.anpi.townlife.Diary.Told;

/** Somebody who watches over others, and does about an alert what they do: nothing, look, take it, or end it. */
final class Watcher {

    private static final Habit DAY = new Habit("", 0, 12);
    private static final double DOES_NOTHING = 0.25;
    private static final double LOOKS = 0.40;
    private static final double TAKES = 0.75;
    private static final int MEDIAN_MINUTES = 40;

    private final Town town;
    private final int index;
    private final Handset handset;

    Watcher(Town town, int index, Handset handset) {
        this.town = town;
        this.index = index;
        this.handset = handset;
        handset.phone().readOutTo(this::sees);
    }

    int index() {
        return index;
    }

    Handset handset() {
        return handset;
    }

    private void sees(ChatEntry entry) {
        Sight.of(entry).ifPresent(sight -> {
            town.tally().arrived(entry.at(), sight);
            Sight.about(entry).flatMap(town::numbered).ifPresent(about -> {
                if (sight != Sight.OTHER) {
                    about.diary().told(new Told(entry.at(), index, sight, about.answering(entry.at())));
                }
                if (sight.alarms()) {
                    considers(entry, about, sight);
                }
            });
        });
    }

    private void considers(ChatEntry alert, Resident about, Sight sight) {
        Instant at = alert.at();
        Random dice = Dice.of(town.options().seed(), "watcher", index, at, about.index());
        Instant when = DAY.awake(
                at.plus(Duration.ofMinutes(Math.round(MEDIAN_MINUTES * Math.exp(1.2 * dice.nextGaussian())))));
        double choice = dice.nextDouble();
        boolean first = about.watchers().get(0) == this;
        if (sight == Sight.HELP && first) {
            town.agenda().watcher(when, ends(alert, about));
        } else if (about.gone(at)) {
            // Nobody answers the phone either: whoever goes there does not report the person well.
            town.agenda().watcher(when, takes(alert, about));
        } else if (choice < DOES_NOTHING) {
            return;
        } else if (choice < LOOKS) {
            town.agenda().watcher(when, act("look " + about.index(), outcome -> {}, alert, "確認する"));
        } else if (choice < TAKES || sight == Sight.HELP) {
            town.agenda().watcher(when, takes(alert, about));
        } else {
            town.agenda().watcher(when, ends(alert, about));
        }
    }

    private Act takes(ChatEntry alert, Resident about) {
        return act("take " + about.index(), outcome -> about.isReminded(town.now()), alert, "対応します");
    }

    private Act ends(ChatEntry alert, Resident about) {
        return Act.of(
                index,
                "end " + about.index(),
                outcome -> {
                    if (outcome == Outcome.HEARD) {
                        about.diary().closed(town.now(), index);
                    } else if (outcome == Outcome.UNHEARD) {
                        town.agenda().watcher(town.now().plus(Duration.ofHours(2)), ends(alert, about));
                    }
                },
                () -> handset.press(alert, "無事を確認しました"),
                () -> handset.press("電話で話しました"));
    }

    private Act act(String what, Consumer<Outcome> done, ChatEntry alert, String label) {
        return Act.of(index, what, done, () -> handset.press(alert, label));
    }
}
