package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.announcements.Announcements;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.membership.StaffTeams.Person;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamEndings.Ended;
import jp.anpi.membership.TeamEndings.Outcome;
import jp.anpi.membership.TeamEndings.Prospect;
import jp.anpi.membership.TeamEndings.Sizes;

/** The end of a team: what it would do to whom, before it is done; and afterwards the way back. */
@Named
@RequestScoped
public class EndingPage {

    private static final int MOST = 50;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private Announcements announcements;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private long id;
    private String name;
    private Prospect prospect;
    private Ended ended;
    private boolean whole;
    private boolean sure;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        id = address.id();
        look();
        if (name == null) {
            address.missing();
        }
    }

    private void look() {
        prospect = endings.prospect(caller, id, MOST).orElse(null);
        ended = endings.ended(caller, now).stream()
                .filter(one -> one.teamId() == id)
                .findFirst()
                .orElse(null);
        Optional<Line> team = teams.look(caller, id);
        whole = team.filter(Line::whole).isPresent();
        name = team.map(line -> line.description().name()).orElse(ended == null ? null : ended.name());
    }

    public void end() throws IOException {
        String seen = Objects.toString(request.getParameter("seen"), "");
        settle(endings.end(caller, id, seen, now), "ending?id=" + id + "&done=ended");
    }

    public void takeBack() throws IOException {
        settle(endings.takeBack(caller, id, now), "team?id=" + id + "&done=resumed");
    }

    private void settle(Outcome outcome, String next) throws IOException {
        if (outcome == Outcome.DONE) {
            address.leadTo(next);
        } else {
            form.complain(words.of("ending." + outcome));
            sure = false;
            look();
        }
    }

    /** Sentence by sentence. */
    public List<String> getConsequences() {
        Sizes sizes = prospect.sizes();
        return Stream.of(
                        words.of("ending.questions", sizes.participants()),
                        words.of("ending.watchers", sizes.watchers()),
                        words.of("ending.messages", prospect.messages()),
                        words.of("ending.invitations"),
                        announcements(),
                        words.of("ending.back", TeamEndings.DAYS_TO_TAKE_BACK))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** What would go to nobody then; blank where nothing would, or where the caller sees no announcements. */
    private String announcements() {
        long planned = me.may("SEE_ANNOUNCEMENTS") ? announcements.planned(caller, id) : 0;
        return planned == 0 ? "" : words.of("ending.announcements", planned);
    }

    /** How many of those who would be alone are not named; blank where all are. */
    public String getMore() {
        long more = prospect.sizes().alone() - prospect.alone().size();
        return more == 0 ? "" : words.of("ending.more", more);
    }

    public List<Person> getAlone() {
        return prospect.alone();
    }

    /** Null where it has ended. */
    public Prospect getProspect() {
        return prospect;
    }

    /** Whether everybody in it is there for the caller. */
    public boolean isWhole() {
        return whole;
    }

    /** Since when it has ended, and until when that can be taken back. */
    public String getStanding() {
        var zone = me.organization().zone();
        return words.of(
                "ending.ended", words.moment(ended.at(), zone), words.moment(ended.until(), zone), ended.people());
    }

    /** Null where it goes on. */
    public Ended getEnded() {
        return ended;
    }

    /** Null where there is no such team for the caller. */
    public String getName() {
        return name;
    }

    public long getId() {
        return id;
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        return ended != null && "ended".equals(request.getParameter("done")) ? words.of("ending.done") : "";
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
