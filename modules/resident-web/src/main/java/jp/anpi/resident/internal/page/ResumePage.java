package jp.anpi.resident.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.resident.internal.door.Guest;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;

/** Asks once more before a pause ends early (E-10). */
@Named
@RequestScoped
public class ResumePage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Clock clock;

    /** Ends the pause and goes back. */
    public String resume() {
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        schedules.resume(guest.organizationId(), Subject.participant(guest.memberId()), clock.instant());
        return Paths.MY_PAGE;
    }
}
