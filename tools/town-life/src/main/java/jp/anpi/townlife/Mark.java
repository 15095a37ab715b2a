package jp.anpi.townlife;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.anpi.townlife.Diary.Deed;

/**
 * One thing that the product heard about a participant, from any phone.
 *
 * @param lastDay of a pause, else null
 */
record Mark(Instant at, Kind kind, LocalDate lastDay) {

    /** What it was. */
    enum Kind {
        REGISTERED,
        OK,
        HELP,
        PAUSE,
        BLOCK,
        UNBLOCK,
        FOUND_WELL
    }

    /** In the order of time. */
    static List<Mark> of(Account account) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(account.registered(), Kind.REGISTERED, null));
        account.diary().done().stream()
                .filter(Diary.Done::heard)
                .map(done -> new Mark(done.at(), kind(done.deed()), done.lastDay()))
                .forEach(marks::add);
        account.diary().closed().stream()
                .map(closed -> new Mark(closed.at(), Kind.FOUND_WELL, null))
                .forEach(marks::add);
        marks.sort(Comparator.comparing(Mark::at));
        return marks;
    }

    private static Kind kind(Deed deed) {
        return Kind.valueOf(deed.name());
    }

    /** Whether it is a sign of life that ends any silence. */
    boolean signOfLife() {
        return kind == Kind.OK || kind == Kind.PAUSE;
    }
}
