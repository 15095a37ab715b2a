package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import jp.anpi.townlife.Act.Outcome;

/** How people come: by the conversations that the account leads, and by invitations that the phones pass on. */
final class Arrivals {

    private static final double WATCHES_THE_NEIGHBOUR_TOO = 0.15;
    private static final Duration NEXT_PHASE = Duration.ofHours(1);

    private final Town town;

    Arrivals(Town town) {
        this.town = town;
    }

    /** Everybody registers on the first morning, and their families after them. */
    void foundTown() {
        Resident neighbour = null;
        for (int i = 0; i < town.options().people(); i++) {
            Random dice = Dice.of(town.options().seed(), "person", i);
            Resident resident = town.resident(Habit.any(dice), Temper.any(dice));
            int family = family(dice);
            town.agenda().resident(TownLifeOptions.START, registers(resident));
            Instant at = TownLifeOptions.START;
            for (int k = 0; k < family; k++) {
                at = at.plus(NEXT_PHASE);
                town.agenda().resident(at, joins(resident, town.watcher(), true));
            }
            if (neighbour != null
                    && !neighbour.watchers().isEmpty()
                    && family > 0
                    && dice.nextDouble() < WATCHES_THE_NEIGHBOUR_TOO) {
                Watcher both = neighbour.watchers().get(0);
                town.agenda()
                        .resident(TownLifeOptions.START.plus(NEXT_PHASE.multipliedBy(4)), joins(resident, both, false));
            }
            neighbour = resident;
        }
    }

    private static int family(Random dice) {
        double thrown = dice.nextDouble();
        return thrown < 0.08 ? 0 : thrown < 0.53 ? 1 : thrown < 0.85 ? 2 : 3;
    }

    /** Somebody comes back with a new phone: afresh, or invited by who watched over them. */
    void returnsWithNewPhone(Resident before, Instant at) {
        Random dice = Dice.of(town.options().seed(), "returns", before.index());
        Resident now = town.resident(before.habit(), before.temper());
        List<Watcher> family = before.watchers();
        boolean invited = !family.isEmpty() && dice.nextDouble() < 0.6;
        Instant when = town.calmAfter(at);
        town.agenda().resident(when, invited ? isInvited(now, family.get(0)) : registers(now));
        for (int k = invited ? 1 : 0; k < family.size(); k++) {
            when = when.plus(NEXT_PHASE);
            town.agenda().resident(when, joins(now, family.get(k), false));
        }
    }

    private Act registers(Resident resident) {
        Handset phone = resident.handset();
        List<BooleanSupplier> rounds = new ArrayList<>();
        rounds.add(phone::follow);
        rounds.add(() -> phone.press("見守られる方として始める"));
        settlesIn(resident, rounds);
        return new Act(resident.index(), "register", rounds, outcome -> registered(resident, outcome));
    }

    private Act isInvited(Resident resident, Watcher by) {
        Handset phone = resident.handset();
        List<BooleanSupplier> rounds = new ArrayList<>();
        rounds.add(() -> by.handset().type("招待する"));
        rounds.add(() -> by.handset().pressIfOffered("見守られる方を招待"));
        rounds.add(phone::follow);
        rounds.add(() -> phone.open(by.handset().invitation()));
        rounds.add(() -> phone.pressIfOffered("見守られる方になる", "参加する"));
        settlesIn(resident, rounds);
        resident.watchers().add(by);
        return new Act(resident.index(), "register", rounds, outcome -> registered(resident, outcome));
    }

    /** From the consent to the practice OK. */
    private static void settlesIn(Resident resident, List<BooleanSupplier> rounds) {
        Handset phone = resident.handset();
        Habit habit = resident.habit();
        rounds.add(() -> phone.press("はい"));
        rounds.add(() -> phone.press(habit.interval()));
        rounds.add(() -> phone.pickHour(habit.hour()));
        rounds.add(() -> phone.offers("はい") || phone.pickHour(habit.hour()));
        rounds.add(() -> phone.press("はい"));
        rounds.add(() -> phone.press("OK"));
    }

    private void registered(Resident resident, Outcome outcome) {
        require(outcome, "register", resident.handset());
        resident.enters(town.now());
    }

    private Act joins(Resident resident, Watcher watcher, boolean stranger) {
        Handset phone = resident.handset();
        Handset family = watcher.handset();
        List<BooleanSupplier> rounds = new ArrayList<>();
        rounds.add(() -> phone.type("招待する"));
        rounds.add(() -> phone.pressIfOffered("見守る方を招待"));
        if (stranger) {
            rounds.add(family::follow);
        }
        rounds.add(() -> family.open(phone.invitation()));
        rounds.add(() -> family.pressIfOffered("見守る方になる", "参加する"));
        rounds.add(() -> family.pressIfOffered("はい"));
        resident.watchers().add(watcher);
        return new Act(
                resident.index(),
                "invite " + watcher.index(),
                rounds,
                outcome -> require(outcome, "watch over " + resident, family));
    }

    private static void require(Outcome outcome, String what, Handset phone) {
        if (outcome != Outcome.HEARD) {
            throw new IllegalStateException(
                    "Could not " + what + ": " + outcome + "; the account says " + phone.said());
        }
    }
}
