package jp.anpi.resident.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import jp.anpi.membership.Consents;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.TermsVersion;
import jp.anpi.resident.internal.door.Guest;

/** New terms for whoever has agreed to older ones: to be read, and agreed to. Whoever does not goes on as before. */
@Named
@RequestScoped
public class TermsNotice {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Consents consents;

    @Inject
    private Organizations organizations;

    @Inject
    private Clock clock;

    private Guest guest;
    private boolean shown;

    @PostConstruct
    void open() {
        guest = Guest.of(request, Purpose.MY_PAGE);
        shown = consents.outdated(guest.organizationId(), guest.memberId());
    }

    /** To the version that was on the page, should there be another by now. */
    public String agree() {
        String version = request.getParameter("version");
        if (version != null && version.matches("[0-9]{1,6}")) {
            consents.agree(guest.organizationId(), guest.memberId(), Integer.parseInt(version), clock.instant());
        }
        return Paths.MY_PAGE;
    }

    public boolean isShown() {
        return shown;
    }

    public TermsVersion getTerms() {
        return organizations.currentTerms(guest.organizationId());
    }
}
