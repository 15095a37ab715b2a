package jp.anpi.resident.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.WhoIsTold;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Team;
import jp.anpi.membership.Teams;
import jp.anpi.membership.WatchLinks;
import jp.anpi.resident.internal.Words;
import jp.anpi.resident.internal.door.Guest;
import jp.anpi.resident.internal.page.Headline.Reader;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.Subject;

/** A member's own page. */
@Named
@RequestScoped
public class MyPage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Members members;

    @Inject
    private Teams teams;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private WhoIsTold whoIsTold;

    @Inject
    private Organizations organizations;

    @Inject
    private Answers answers;

    @Inject
    private Sheets sheets;

    @Inject
    private WatchList watchList;

    @Inject
    private Clock clock;

    private Member member;
    private Optional<Sheet> sheet;
    private List<Someone> watched;
    private List<Team> ownTeams;
    private List<Member> watchers;

    @PostConstruct
    void open() {
        Guest guest = Guest.of(request, Purpose.MY_PAGE);
        member = members.byId(guest.organizationId(), guest.memberId()).orElseThrow();
        sheet = member.participant() ? sheets.of(member, Reader.PARTICIPANT) : Optional.empty();
        watched = member.watcher() ? watchList.of(member) : List.of();
        ownTeams = teams.of(member.organizationId(), member.id());
        watchers = watchLinks.watchersOf(member.organizationId(), member.id());
    }

    /** The answer to an open question, or a sign of life without one (E-4, E-5). */
    public String ok() {
        Instant now = clock.instant();
        answers.ok(member.organizationId(), Subject.participant(member.id()), Source.PAGE, now, now);
        return Paths.MY_PAGE;
    }

    public Member getMember() {
        return member;
    }

    public String getNickname() {
        return member.nickname().orElseGet(() -> Words.of("fact.nickname.none"));
    }

    public String getRegistered() {
        var zone = organizations.byId(member.organizationId()).zone();
        return Words.date(member.registeredAt().atZone(zone).toLocalDate());
    }

    /** What the organization says of itself. */
    public OrganizationTexts getTexts() {
        return organizations.byId(member.organizationId()).texts();
    }

    public String getStanding() {
        return sheet.map(Sheet::standing).orElseGet(() -> Sheet.standing(member, Optional.empty()));
    }

    /** Null for somebody who only watches. */
    public Sheet getSheet() {
        return sheet.orElse(null);
    }

    public List<Someone> getWatched() {
        return watched;
    }

    public List<Team> getTeams() {
        return ownTeams;
    }

    public String getWatcherCount() {
        return Words.of("fact.watchers.some", watchers.size());
    }

    /** What it means that nobody watches this member. */
    public String getNoWatchers() {
        boolean staff =
                whoIsTold.ofSilence(member.organizationId(), member.id()).staff();
        return Words.of(staff ? "watchers.none" : "watchers.none.untold");
    }

    /** Who watches this member. */
    public List<Member> getWatchers() {
        return watchers;
    }
}
