package jp.anpi.resident.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.door.Guest;
import jp.anpi.resident.internal.page.Headline.Reader;

/** A participant's page as far as a watcher may see it. */
@Named
@RequestScoped
public class WatchedPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Members members;

    @Inject
    private Organizations organizations;

    @Inject
    private Sheets sheets;

    @Inject
    private Clock clock;

    private Member member;
    private Optional<Sheet> sheet;

    @PostConstruct
    void open() {
        Guest guest = Guest.of(request, Purpose.WATCHED);
        member = members.byId(guest.organizationId(), guest.aboutId()).orElseThrow();
        sheet = sheets.of(member, Reader.WATCHER);
    }

    public Member getMember() {
        return member;
    }

    /** Null where the participant is not asked any more. */
    public Sheet getSheet() {
        return sheet.orElse(null);
    }

    public String getLastOk() {
        ZoneId zone = organizations.byId(member.organizationId()).zone();
        return sheet.flatMap(found -> found.schedule().lastOkAt())
                .map(ok -> Headline.lastOk(ok, clock.instant(), zone))
                .orElseGet(() -> Words.of("watched.no-ok"));
    }
}
