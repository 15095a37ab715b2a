package jp.anpi.townlife;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.townlife.Diary.Asked;
import jp.anpi.townlife.Mark.Kind;

/** Judges what one phone was asked: each slot once and on time, each reminder once, and once after each disturbance. */
final class Questions {

    private final Account account;
    private final Reference reference;
    private final List<Mark> marks;
    private final Instant end;
    private final List<Asked> asked;
    private final List<String> findings = new ArrayList<>();

    Questions(Account account, Reference reference, List<Mark> marks, Instant end) {
        this.account = account;
        this.reference = reference;
        this.marks = marks;
        this.end = end;
        this.asked = account.diary().asked();
    }

    List<String> findings() {
        everyQuestionHasItsReason();
        everySlotIsAskedOnTime();
        return findings;
    }

    private void finds(Instant at, String what) {
        findings.add(at.atZone(Grid.TOKYO).toLocalDateTime() + " " + account + ": " + what);
    }

    private void everyQuestionHasItsReason() {
        Set<Instant> slots = new HashSet<>();
        Set<Instant> reminded = new HashSet<>();
        Set<Disturbance> madeUpFor = new HashSet<>();
        Instant first = null;
        Instant before = Instant.MIN;
        for (Asked one : asked) {
            Instant at = one.at();
            if (first != null && closedBetween(before, at)) {
                first = null;
            }
            boolean slot = onGrid(at) && slots.add(at);
            boolean reminder = first != null && about(first.plus(Reference.REMIND), at) && reminded.add(first);
            Optional<Disturbance> disturbance = reference
                    .disturbancesBefore(at)
                    .filter(past -> !madeUpFor.contains(past))
                    .findFirst();
            if (paused(at)) {
                finds(at, "asked in a pause");
            } else if (!slot && !reminder && disturbance.isEmpty()) {
                finds(at, "a question too many, " + one.sight());
            } else if (!slot && !reminder) {
                madeUpFor.add(disturbance.get());
            }
            first = first == null ? at : first;
            before = at;
        }
    }

    private static boolean about(Instant expected, Instant at) {
        return !at.isBefore(expected) && !at.isAfter(expected.plus(Reference.ABOUT));
    }

    private boolean onGrid(Instant at) {
        return account.grid().after(at.minusNanos(1)).equals(at);
    }

    private boolean closedBetween(Instant from, Instant until) {
        return marks.stream()
                .anyMatch(mark -> mark.at().isAfter(from) && mark.at().isBefore(until));
    }

    private void everySlotIsAskedOnTime() {
        Set<Instant> seen = asked.stream().map(Asked::at).collect(Collectors.toSet());
        Instant last = account.deletedAt().isBefore(end) ? account.deletedAt() : end;
        for (Instant slot = account.grid().after(account.registered());
                slot.isBefore(last);
                slot = account.grid().after(slot)) {
            boolean expected = !paused(slot)
                    && !blocked(slot)
                    && reference.at(slot).findAny().isEmpty();
            if (expected && !seen.contains(slot)) {
                finds(slot, "was not asked");
            }
        }
    }

    private boolean paused(Instant instant) {
        return marks.stream()
                .anyMatch(mark -> mark.kind() == Kind.PAUSE
                        && mark.at().isBefore(instant)
                        && !Grid.dayOf(instant).isAfter(mark.lastDay()));
    }

    private boolean blocked(Instant instant) {
        boolean blocked = false;
        for (Mark mark : marks) {
            if (mark.at().isBefore(instant)) {
                blocked = mark.kind() == Kind.BLOCK || blocked && mark.kind() != Kind.UNBLOCK;
            }
        }
        return blocked;
    }
}
