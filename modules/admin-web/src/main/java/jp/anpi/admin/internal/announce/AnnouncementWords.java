package jp.anpi.admin.internal.announce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.announcements.Addressable;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.Audience;

/** Puts announcements into words. */
record AnnouncementWords(Words words, ZoneId zone, Instant now, List<Addressable> districts, List<Addressable> teams) {

    String audience(AnnouncementDraft draft) {
        String whom = audience(draft.audience());
        return draft.reachesAway() ? words.of("announce.also-away", whom) : whom;
    }

    private String audience(Audience audience) {
        if (audience instanceof Audience.InTeam team) {
            return named(teams, team.teamId(), "TEAM");
        }
        if (audience instanceof Audience.InDistrict district) {
            return named(districts, district.districtId(), "DISTRICT");
        }
        return audience instanceof Audience.WithCheckIn some
                ? words.of("announce.to." + some.standing())
                : words.of("announce.to.EVERYONE");
    }

    private String named(List<Addressable> places, long id, String kind) {
        return places.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .map(one -> words.of("announce.to." + kind, one.name()))
                .orElseGet(() -> words.of("announce.to." + kind + ".gone"));
    }

    /** Whether it waits for something in vain: the team that it is for has ended. */
    boolean inVain(Announcement announcement) {
        return announcement.open()
                && announcement.draft().audience() instanceof Audience.InTeam team
                && teams.stream().noneMatch(one -> one.id() == team.teamId());
    }

    /** The state, and where it is on its way, when. */
    String standing(Announcement announcement) {
        String state = words.of("announce.state." + (announcement.unsent() ? "UNSENT" : announcement.state()));
        return when(announcement)
                .map(at -> words.of("announce.standing", state, at))
                .orElse(state);
    }

    private Optional<String> when(Announcement announcement) {
        return switch (announcement.state()) {
            case DRAFT, WAITING_FOR_APPROVAL -> Optional.empty();
            case SCHEDULED ->
                announcement.draft().sendAt().filter(now::isBefore).map(this::moment);
            case SENDING -> announcement.begunAt().map(this::moment);
            case STOPPED, DONE -> announcement.endedAt().map(this::moment);
        };
    }

    /** Of what is over only when it was meant to be sent: nothing follows any more. */
    String sendAt(Announcement announcement) {
        return announcement
                .draft()
                .sendAt()
                .map(at -> words.of(
                        at.isAfter(now) || !announcement.open() ? "announce.at" : "announce.at.past", moment(at)))
                .orElseGet(() -> words.of("announce.at-once"));
    }

    String move(AnnouncementMove move) {
        String key = "announce.move." + move.transition();
        return move.staffId().isEmpty()
                ? words.of(key, "")
                : words.of(key, move.staff().orElseGet(() -> words.of("announce.somebody")));
    }

    String moment(Instant at) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return words.timeOrMoment(at, today, zone);
    }

    /** Name in the style sheet. */
    static String style(Announcement announcement) {
        return switch (announcement.state()) {
            case WAITING_FOR_APPROVAL -> "open";
            case SCHEDULED, SENDING -> "handled";
            case STOPPED -> announcement.unsent() ? "open" : "closed";
            case DRAFT, DONE -> "closed";
        };
    }
}
