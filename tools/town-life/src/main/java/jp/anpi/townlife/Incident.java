package jp.anpi.townlife;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.anpi.townlife.Diary.Told;
import jp.anpi.townlife.Mark.Kind;

/** From the first word to a watcher until somebody is known to be well, as the phones saw it. */
final class Incident {

    private final Instant began;
    private final boolean answering;
    private final Set<Integer> told = new TreeSet<>();
    private boolean help;
    private Mark end;

    private Incident(Instant began, boolean help, boolean answering) {
        this.began = began;
        this.help = help;
        this.answering = answering;
    }

    /** Those of this participant, in order. */
    static List<Incident> of(Account account) {
        List<Incident> incidents = new ArrayList<>();
        List<Mark> marks = Mark.of(account);
        List<Told> alarms = account.diary().told().stream()
                .filter(told -> told.sight().alarms())
                .sorted(Comparator.comparing(Told::at).thenComparing(told -> told.sight() == Sight.HELP))
                .toList();
        Incident open = null;
        int next = 0;
        for (Told alarm : alarms) {
            while (next < marks.size() && comesBefore(marks.get(next), alarm)) {
                open = after(marks.get(next++), open, incidents);
            }
            if (open == null) {
                open = new Incident(alarm.at(), alarm.sight() == Sight.HELP, alarm.answering());
                incidents.add(open);
            }
            open.told.add(alarm.watcher());
        }
        while (next < marks.size()) {
            open = after(marks.get(next++), open, incidents);
        }
        return incidents;
    }

    /** What falls due at an instant comes before what anybody does at it; only word of a call for help follows the call. */
    private static boolean comesBefore(Mark mark, Told alarm) {
        return mark.at().isBefore(alarm.at()) || mark.at().equals(alarm.at()) && alarm.sight() == Sight.HELP;
    }

    private static Incident after(Mark mark, Incident open, List<Incident> incidents) {
        if (mark.kind() == Kind.HELP) {
            if (open != null) {
                open.help = true;
                return open;
            }
            Incident urgent = new Incident(mark.at(), true, false);
            incidents.add(urgent);
            return urgent;
        }
        boolean ends = mark.kind() == Kind.FOUND_WELL
                || open != null && !open.help && (mark.signOfLife() || mark.kind() == Kind.BLOCK);
        if (open != null && ends) {
            open.end = mark;
            return null;
        }
        return open;
    }

    Instant began() {
        return began;
    }

    Set<Integer> told() {
        return told;
    }

    /** Whether it is about a call for help, which only a person ends. */
    boolean help() {
        return help;
    }

    /** Whether the participant was about to answer, only later. */
    boolean answering() {
        return answering;
    }

    /** Null while it is open. */
    Mark end() {
        return end;
    }

    boolean openAt(Instant instant) {
        return !began.isAfter(instant) && (end == null || end.at().isAfter(instant));
    }
}
