package jp.anpi.townlife;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who has a phone, and where they live. */
final class Town {

    private final TownLifeOptions options;
    private final Premises premises;
    private final Agenda agenda;
    private final List<Disturbance> disturbances;
    private final Tally tally = new Tally();
    private final List<Resident> residents = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final Map<String, Resident> byNumber = new ConcurrentHashMap<>();

    Town(TownLifeOptions options, Premises premises, Agenda agenda, List<Disturbance> disturbances) {
        this.options = options;
        this.premises = premises;
        this.agenda = agenda;
        this.disturbances = disturbances;
    }

    TownLifeOptions options() {
        return options;
    }

    Agenda agenda() {
        return agenda;
    }

    Tally tally() {
        return tally;
    }

    Instant now() {
        return premises.now();
    }

    Effort effort() {
        return premises.effort();
    }

    /** What LINE counted against the month's quota. */
    long counted(YearMonth month) {
        return premises.line()
                .quota()
                .usedIn(month.atDay(2).atStartOfDay(Grid.TOKYO).toInstant());
    }

    List<Disturbance> disturbances() {
        return disturbances;
    }

    /** All accounts there ever were. */
    List<Resident> residents() {
        return residents;
    }

    Optional<Resident> numbered(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    void entered(String number, Resident resident) {
        byNumber.put(number, resident);
    }

    Resident resident(Habit habit, Temper temper) {
        int index = residents.size();
        Resident resident = new Resident(this, index, handset("住民" + (index + 1)), habit, temper);
        residents.add(resident);
        return resident;
    }

    Watcher watcher() {
        int index = watchers.size();
        Watcher watcher = new Watcher(this, index, handset("家族" + (index + 1)));
        watchers.add(watcher);
        return watcher;
    }

    private Handset handset(String name) {
        return new Handset(premises.line().addPhone(name));
    }

    /** The first moment from there on that no disturbance is near. */
    Instant calmAfter(Instant when) {
        Instant calm = when;
        for (Disturbance disturbance : disturbances) {
            if (disturbance.overlaps(calm, calm.plusSeconds(7200))) {
                calm = disturbance.ended().plusSeconds(3600);
            }
        }
        return calm;
    }
}
