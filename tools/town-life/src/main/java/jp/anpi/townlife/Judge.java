package jp.anpi.townlife;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.anpi.townlife.Diary.Asked;
import jp.anpi.townlife.Diary.Deed;
import jp.anpi.townlife.Diary.Told;
import jp.anpi.townlife.Mark.Kind;

/** Judges one account: was every silence reported, had every alert its reason, did the good news arrive? */
final class Judge {

    /** An alert about somebody, and why. */
    record Alert(Account about, Instant at, Instant lastSign, Cause cause) {}

    private final Account account;
    private final Reference reference;
    private final Instant end;
    private final Diary diary;
    private final List<Mark> marks;
    private final List<Incident> incidents;
    private final List<String> findings = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    private Judge(Account account, Reference reference, Instant end) {
        this.account = account;
        this.reference = reference;
        this.end = end;
        this.diary = account.diary();
        this.marks = Mark.of(account);
        this.incidents = Incident.of(account);
    }

    static Judge of(Account account, Reference reference, Instant end) {
        Judge judge = new Judge(account, reference, end);
        judge.everySilenceIsReported();
        judge.everyAlertHasItsReason();
        judge.goodNewsReachWhoWasTold();
        judge.findings.addAll(new Questions(account, reference, judge.marks, end).findings());
        return judge;
    }

    List<String> findings() {
        return findings;
    }

    List<Alert> alerts() {
        return alerts;
    }

    private void finds(Instant at, String what) {
        findings.add(at.atZone(Grid.TOKYO).toLocalDateTime() + " " + account + ": " + what);
    }

    private void everySilenceIsReported() {
        boolean blocked = false;
        Instant away = Instant.MIN;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Instant from = mark.at();
            Instant until = i + 1 < marks.size() ? marks.get(i + 1).at() : end;
            blocked = mark.kind() == Kind.BLOCK || blocked && mark.kind() != Kind.UNBLOCK;
            if (mark.lastDay() != null) {
                away = mark.lastDay()
                        .plusDays(1)
                        .atStartOfDay(Grid.TOKYO)
                        .toInstant()
                        .minusNanos(1);
            }
            boolean known = incidents.stream().anyMatch(incident -> incident.openAt(from));
            if (blocked || known || !account.watched()) {
                continue;
            }
            Instant slot = account.grid().after(from.isAfter(away) ? from : away);
            Instant deadline = reference.deadline(account.grid(), slot);
            if (deadline.isBefore(until) && !alarmedBetween(from, deadline)) {
                finds(deadline, "was silent since " + from.atZone(Grid.TOKYO).toLocalDateTime() + " and NOT REPORTED");
            }
        }
    }

    private boolean alarmedBetween(Instant from, Instant until) {
        return incidents.stream()
                .anyMatch(incident ->
                        incident.began().isAfter(from) && !incident.began().isAfter(until));
    }

    private void everyAlertHasItsReason() {
        for (Incident incident : incidents) {
            if (!incident.help()) {
                Cause cause = cause(incident);
                alerts.add(new Alert(account, incident.began(), lastSign(incident.began()), cause));
                if (cause == Cause.OURS) {
                    finds(incident.began(), "an alert by OUR FAULT");
                }
            }
        }
    }

    private Instant lastSign(Instant before) {
        return marks.stream()
                .filter(mark -> mark.signOfLife() || mark.kind() == Kind.REGISTERED || mark.kind() == Kind.UNBLOCK)
                .map(Mark::at)
                .filter(at -> at.isBefore(before))
                .max(Comparator.naturalOrder())
                .orElse(account.registered());
    }

    private Cause cause(Incident incident) {
        Instant at = incident.began();
        Instant lastSign = lastSign(at);
        Optional<Instant> asked =
                firstQuestion(lastSign, at.minus(Reference.ALERT).plus(Reference.ABOUT));
        Optional<Instant> inVain = diary.done().stream()
                .filter(done -> !done.heard() && (done.deed() == Deed.OK || done.deed() == Deed.HELP))
                .map(Diary.Done::at)
                .filter(tapped -> tapped.isAfter(lastSign) && tapped.isBefore(at))
                .max(Comparator.naturalOrder());
        Instant window = at.minus(Reference.ANSWER_WINDOW).plus(Reference.ABOUT);
        boolean askedAgain =
                inVain.isEmpty() || firstQuestion(inVain.get(), window).isPresent();
        boolean heard = !reference.disturbed(at.minus(Reference.ANSWER_WINDOW), at);
        if (asked.isEmpty() || !askedAgain || !heard) {
            return Cause.OURS;
        }
        if (account.gone(at)) {
            return account.fate() == Fate.CHANGES_PHONE ? Cause.PHONE_CHANGED : Cause.SILENT_FOR_GOOD;
        }
        if (account.away(at) || account.away(asked.get())) {
            return Cause.AWAY;
        }
        if (inVain.isPresent()) {
            return Cause.ANSWERED_IN_AN_OUTAGE;
        }
        return incident.answering() ? Cause.SLOW : Cause.FORGOT;
    }

    /** The first question that was seen between the two; on a phone that is no more, the first that was due. */
    private Optional<Instant> firstQuestion(Instant after, Instant notAfter) {
        Optional<Instant> seen = diary.asked().stream()
                .map(Asked::at)
                .filter(at -> at.isAfter(after) && !at.isAfter(notAfter))
                .min(Comparator.naturalOrder());
        Instant unseen = account.grid().after(after);
        boolean lost = account.deletedAt().isBefore(notAfter) && !unseen.isAfter(notAfter);
        return seen.isPresent() || !lost ? seen : Optional.of(unseen);
    }

    private void goodNewsReachWhoWasTold() {
        List<Told> news = new ArrayList<>(diary.told().stream()
                .filter(told -> told.sight() == Sight.ALL_CLEAR)
                .toList());
        for (Incident incident : incidents) {
            Mark ended = incident.end();
            if (ended == null || !ended.signOfLife() || incident.help()) {
                continue;
            }
            Instant by = reference
                    .at(ended.at())
                    .map(Disturbance::askedAgainBy)
                    .max(Comparator.naturalOrder())
                    .orElse(ended.at())
                    .plus(Reference.ABOUT);
            for (int watcher : incident.told()) {
                Optional<Told> clear = news.stream()
                        .filter(told -> told.watcher() == watcher
                                && !told.at().isBefore(ended.at())
                                && !told.at().isAfter(by))
                        .findFirst();
                clear.ifPresentOrElse(
                        news::remove,
                        () -> finds(ended.at(), "watcher " + watcher + " was left without the all-clear"));
            }
        }
        news.forEach(told -> finds(told.at(), "watcher " + told.watcher() + " got an all-clear for nothing"));
    }
}
