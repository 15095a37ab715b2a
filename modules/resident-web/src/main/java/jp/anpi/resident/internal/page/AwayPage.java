package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.resident.internal.door.Guest;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.LongestPause;
import jp.anpi.scheduling.Subject;

/** Asks for the last day of a pause (E-10). What was typed stays when it is not possible. */
@Named
@RequestScoped
public class AwayPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Organizations organizations;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Clock clock;

    private String lastDay;
    private String problem;

    /** Pauses and goes back, or stays and says what is wrong. */
    public String pause() {
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        LastDay read = LastDay.read(lastDay, getFirst());
        problem = read.problem().orElse(null);
        read.day()
                .ifPresent(day -> schedules.pause(
                        guest.organizationId(),
                        Subject.participant(guest.memberId()),
                        day,
                        Optional.empty(),
                        Actor.PARTICIPANT,
                        clock.instant()));
        return problem == null ? Paths.MY_PAGE : null;
    }

    /** The earliest possible day, today. */
    public LocalDate getFirst() {
        int organization = Guest.of(request, Purpose.MY_PAGE).organizationId();
        return clock.instant().atZone(organizations.byId(organization).zone()).toLocalDate();
    }

    /** The latest possible day. */
    public LocalDate getLatest() {
        return LongestPause.lastDay(getFirst());
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    /** What to say at the field; null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
