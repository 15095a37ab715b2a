package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.Member;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.membership.Organizations;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.page.Headline.Reader;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckInState;
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
    private WhoIsTold whoIsTold;

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
        return new Sheet(
                member,
                schedule,
                staffAloneAreCalled(member, schedule, reader)
                        ? Headline.ofCallToStaff(desk(organization))
                        : Headline.of(schedule, reader, now, zone),
                calendar(member, now.atZone(zone).toLocalDate(), zone),
                Arrangement.rhythm(schedule.rhythm()),
                Arrangement.silence(
                        policies.ofParticipant(member.organizationId(), member.id()),
                        whoIsTold.ofSilence(member.organizationId(), member.id())));
    }

    /** Where to telephone. */
    private static String desk(Organization organization) {
        OrganizationTexts texts = organization.texts();
        return texts.deskName()
                .flatMap(name -> texts.deskPhone().map(phone -> Words.of("desk.phone", name, phone)))
                .orElseGet(() -> Words.of("desk", organization.name()));
    }

    /** Whether a call for help is open of which no watcher was told: whoever called reads so, and where to telephone. */
    private boolean staffAloneAreCalled(Member member, ScheduleView schedule, Reader reader) {
        return reader == Reader.PARTICIPANT
                && schedule.openState().filter(CheckInState.NEED_HELP::equals).isPresent()
                && !whoIsTold
                        .ofCallForHelp(member.organizationId(), member.id())
                        .anyWatcher();
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
