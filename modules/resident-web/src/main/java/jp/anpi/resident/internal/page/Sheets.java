package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.Member;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.WatchLinks;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.page.Headline.Reader;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** Gathers the {@link Sheet} of a participant. */
@ApplicationScoped
public class Sheets {

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInHistory history;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private Organizations organizations;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Clock clock;

    /** Empty for somebody who is not asked. */
    Optional<Sheet> of(Member member, Reader reader) {
        return schedules
                .of(member.organizationId(), Subject.participant(member.id()), clock.instant())
                .map(schedule -> sheet(member, schedule, reader));
    }

    private Sheet sheet(Member member, ScheduleView schedule, Reader reader) {
        Organization organization = organizations.byId(member.organizationId());
        ZoneId zone = organization.zone();
        Instant now = clock.instant();
        boolean watched = reader == Reader.WATCHER || watched(member);
        return new Sheet(
                member,
                schedule,
                watched
                        ? Headline.of(schedule, reader, now, zone)
                        : Headline.ofUnwatched(schedule, desk(organization), now, zone),
                calendar(member, now.atZone(zone).toLocalDate(), zone),
                Arrangement.rhythm(schedule.rhythm()),
                Arrangement.silence(policies.ofParticipant(member.organizationId(), member.id()), watched));
    }

    /** Where to telephone. */
    private static String desk(Organization organization) {
        OrganizationTexts texts = organization.texts();
        return texts.deskName()
                .flatMap(name -> texts.deskPhone().map(phone -> Words.of("desk.phone", name, phone)))
                .orElseGet(() -> Words.of("desk", organization.name()));
    }

    private boolean watched(Member member) {
        return !watchLinks
                .reachable(member.organizationId(), Set.of(member.id()))
                .isEmpty();
    }

    private AnswerCalendar calendar(Member member, LocalDate today, ZoneId zone) {
        int organization = member.organizationId();
        Subject subject = Subject.participant(member.id());
        LocalDate from = AnswerCalendar.firstDay(today);
        LocalDate until = AnswerCalendar.lastDay(today);
        return AnswerCalendar.of(
                today,
                zone,
                history.entries(organization, subject, from, until),
                history.signsOfLife(organization, subject, from, until),
                history.pauses(organization, subject, from, until));
    }
}
