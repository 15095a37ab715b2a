package jp.anpi.resident.internal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import jp.anpi.resident.internal.Words;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.ScheduleView;

/**
 * What a page begins with: how things stand, and what happens next.
 *
 * @param tone how it looks
 * @param text one short sentence
 * @param next what happens next; blank where nothing is to be said
 */
public record Headline(Tone tone, String text, String next) {

    /** How a headline looks; the words say the same. */
    public enum Tone {
        GOOD,
        WAITING,
        AWAY,
        CARE;

        /** Name in the style sheet. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who reads it. */
    enum Reader {
        PARTICIPANT,
        WATCHER;

        String key(String rest) {
            return name().toLowerCase(Locale.ROOT) + "." + rest;
        }
    }

    static Headline of(ScheduleView schedule, Reader reader, Instant now, ZoneId zone) {
        Optional<CheckInState> open = schedule.openState();
        if (open.isPresent() && open.get() != CheckInState.PENDING) {
            return ofOpen(open.get(), reader);
        }
        if (schedule.pausedUntil().isPresent()) {
            String lastDay = Words.day(schedule.pausedUntil().get());
            return new Headline(Tone.AWAY, Words.of("headline.away", lastDay), next(schedule, zone));
        }
        return schedule.lastOkAt()
                .map(ok -> new Headline(Tone.GOOD, lastOk(ok, now, zone), next(schedule, zone)))
                .orElseGet(() -> new Headline(Tone.WAITING, Words.of(reader.key("not-yet")), next(schedule, zone)));
    }

    /**
     * What a participant reads whose call for help reaches nobody but staff.
     *
     * @param desk where to telephone
     */
    static Headline ofCallToStaff(String desk) {
        return new Headline(
                Tone.CARE,
                Words.of("participant.need_help.unwatched"),
                Words.of("participant.need_help.unwatched.next", desk));
    }

    /** 「今日は8時04分にOK」, or with the day where it was an earlier one. */
    static String lastOk(Instant ok, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = ok.atZone(zone).toLocalDate();
        String time = Words.time(ok, zone);
        if (day.equals(today)) {
            return Words.of("ok.today", time);
        }
        return day.equals(today.minusDays(1))
                ? Words.of("ok.yesterday", time)
                : Words.of("ok.earlier", Words.day(day), time);
    }

    private static Headline ofOpen(CheckInState state, Reader reader) {
        String key = reader.key(state.name().toLowerCase(Locale.ROOT));
        return new Headline(tone(state, reader), Words.of(key), Words.of(key + ".next"));
    }

    /** Those who are missed are not frightened: for them one button is enough. */
    private static Tone tone(CheckInState state, Reader reader) {
        boolean missed = state == CheckInState.ALERTED && reader == Reader.WATCHER;
        return missed || state == CheckInState.NEED_HELP ? Tone.CARE : Tone.WAITING;
    }

    private static String next(ScheduleView schedule, ZoneId zone) {
        return schedule.nextDueAt()
                .map(due -> Words.of("headline.next", Words.day(due.atZone(zone).toLocalDate()), hour(due, zone)))
                .orElse("");
    }

    private static String hour(Instant due, ZoneId zone) {
        return Words.of("hour", due.atZone(zone).getHour());
    }
}
