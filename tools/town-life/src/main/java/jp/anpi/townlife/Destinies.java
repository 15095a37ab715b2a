package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import jp.anpi.townlife.Act.Outcome;
import jp.anpi.townlife.Diary.Deed;
import jp.anpi.townlife.Resident.Trip;

/** Lays down who travels, blocks, loses a phone or falls silent, and when. */
final class Destinies {

    private static final double SETS_A_PAUSE = 0.7;
    private static final double COMES_BACK = 0.5;
    private static final double ACCOUNT_IS_DELETED = 0.5;

    private final Town town;
    private final Arrivals arrivals;
    private final Instant end;

    Destinies(Town town, Arrivals arrivals, Instant end) {
        this.town = town;
        this.arrivals = arrivals;
        this.end = end;
    }

    void layDown() {
        for (int i = 0; i < town.options().people(); i++) {
            Resident resident = town.residents().get(i);
            Random dice = Dice.of(town.options().seed(), "destiny", i);
            resident.meets(Fate.any(dice));
            Instant at = TownLifeOptions.START
                    .plus(Duration.ofDays(1))
                    .plusSeconds(dice.nextInt((town.options().days() - 1) * 86_400));
            switch (resident.fate()) {
                case TRAVELS -> travels(resident, dice);
                case BLOCKS -> blocks(resident, at, dice);
                case CHANGES_PHONE -> changesPhone(resident, at, dice);
                case FALLS_SILENT -> resident.fallsSilent(at);
                case STAYS -> {}
            }
        }
    }

    private void travels(Resident resident, Random dice) {
        LocalDate leaves = Grid.dayOf(TownLifeOptions.START).plusDays(2 + dice.nextInt(60));
        while (leaves.atStartOfDay(Grid.TOKYO).toInstant().isBefore(end)) {
            Trip trip = new Trip(leaves, leaves.plusDays(1 + dice.nextInt(9)));
            resident.travels(trip);
            if (dice.nextDouble() < SETS_A_PAUSE) {
                setsPause(
                        resident,
                        trip.lastDay(),
                        trip.firstDay()
                                .minusDays(1)
                                .atTime(18, 5)
                                .atZone(Grid.TOKYO)
                                .toInstant());
            }
            resident.returnsHome(
                    trip.lastDay().plusDays(1).atTime(9, 5).atZone(Grid.TOKYO).toInstant());
            leaves = trip.lastDay().plusDays(15 + dice.nextInt(60));
        }
    }

    /** Who hears nothing back tries again later. */
    private void setsPause(Resident resident, LocalDate lastDay, Instant when) {
        Handset phone = resident.handset();
        town.agenda()
                .resident(
                        when,
                        Act.of(
                                resident.index(),
                                "pause",
                                outcome -> {
                                    if (outcome == Outcome.HEARD) {
                                        resident.did(outcome, Deed.PAUSE, lastDay);
                                    } else if (!resident.gone(town.now())
                                            && Grid.dayOf(town.now()).isBefore(lastDay)) {
                                        setsPause(resident, lastDay, town.now().plus(Duration.ofHours(2)));
                                    }
                                },
                                () -> phone.type("お休み"),
                                () -> phone.pickLastDay(lastDay)));
    }

    private void blocks(Resident resident, Instant at, Random dice) {
        Handset phone = resident.handset();
        town.agenda()
                .resident(
                        town.calmAfter(at),
                        Act.of(resident.index(), "block", outcome -> resident.did(outcome, Deed.BLOCK, null), () -> {
                            phone.phone().block();
                            return true;
                        }));
        if (dice.nextDouble() < COMES_BACK) {
            Instant back = at.plus(Duration.ofDays(3 + dice.nextInt(27)));
            town.agenda()
                    .resident(
                            town.calmAfter(back),
                            Act.of(
                                    resident.index(),
                                    "unblock",
                                    outcome -> resident.did(outcome, Deed.UNBLOCK, null),
                                    phone::follow));
        }
    }

    private void changesPhone(Resident resident, Instant at, Random dice) {
        resident.fallsSilent(at);
        if (dice.nextDouble() < ACCOUNT_IS_DELETED) {
            town.agenda().resident(at, Act.of(resident.index(), "lose", outcome -> {}, () -> {
                resident.loses(town.now());
                return false;
            }));
        }
        arrivals.returnsWithNewPhone(resident, at.plus(Duration.ofDays(2 + dice.nextInt(8))));
    }
}
