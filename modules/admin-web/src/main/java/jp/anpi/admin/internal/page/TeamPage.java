package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.page.Card.Section;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Outcome;
import jp.anpi.membership.StaffTeams.Person;
import jp.anpi.membership.TeamPartners;
import jp.anpi.membership.TeamPartners.Partner;
import jp.anpi.scheduling.StaffSchedules;

/** One team: what it is, who is in it and leads it, and the way to its invitation. */
@Named
@RequestScoped
public class TeamPage {

    private static final int MOST = 50;
    private static final int MOST_OPEN = 5;

    @Inject
    private SignedIn me;

    @Inject
    private ChosenTeam team;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamForm teamForm;

    @Inject
    private TeamPartners partners;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private Policies policies;

    @Inject
    private StaffSchedules schedules;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private String number = "";
    private String role = Role.PARTICIPANT.name();
    private String problem;
    private Map<Long, LocalDate> away;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        if (team.getLine() != null) {
            teamForm.show(team.getLine());
        }
    }

    public void change() throws IOException {
        int seen = Numbers.typed(request.getParameter("version"));
        settle(teams.change(caller, team.getId(), teamForm.description(), seen, now), "changed");
    }

    public void join() throws IOException {
        settle(teams.join(caller, team.getId(), number, Role.valueOf(role), now), "joined");
    }

    public void remove() throws IOException {
        settle(teams.remove(caller, team.getId(), memberId(), chosenRole(), now), "removed");
    }

    public void lead() throws IOException {
        settle(teams.lead(caller, team.getId(), memberId(), chosenRole(), true, now), "lead");
    }

    public void leadNoMore() throws IOException {
        settle(teams.lead(caller, team.getId(), memberId(), chosenRole(), false, now), "lead-no-more");
    }

    private void settle(Outcome outcome, String done) throws IOException {
        if (outcome == Outcome.DONE) {
            address.leadTo("team?id=" + team.getId() + "&done=" + done);
        } else {
            problem = words.of("team." + outcome);
        }
    }

    private long memberId() {
        return Numbers.whole(request.getParameter("member")).orElse(-1);
    }

    private Role chosenRole() {
        return Role.WATCHER.name().equals(request.getParameter("role")) ? Role.WATCHER : Role.PARTICIPANT;
    }

    /** When whom is told, in words. */
    public String getPolicy() {
        return policies.of(caller.organizationId(), team.getId(), words);
    }

    /** Whoever is open in this team, the most urgent first, as far as the caller may see. */
    public Section getOpen() {
        Cards cards = new Cards(words, me.organization().zone(), now);
        List<Card> shown = incidents.ofTeam(caller, team.getId(), MOST_OPEN).stream()
                .map(cards::of)
                .toList();
        return new Section(Part.NEEDING, shown, team.getLine().openIncidents());
    }

    /** The names of those who run it for a partner organization; blank where nobody does. */
    public String getPartners() {
        return partners.of(caller, team.getId()).stream()
                .map(Partner::name)
                .collect(Collectors.joining(words.of("policy.then")));
    }

    public List<Person> getParticipants() {
        return teams.people(caller, team.getId(), Role.PARTICIPANT, after(Role.PARTICIPANT), MOST);
    }

    public List<Person> getWatchers() {
        return teams.people(caller, team.getId(), Role.WATCHER, after(Role.WATCHER), MOST);
    }

    /** How it is with somebody of a list: away only where they are asked, which watchers are not. */
    public String state(Person one, String list) {
        if (!one.reachable()) {
            return words.of("person.blocked");
        }
        Optional<LocalDate> last = Role.PARTICIPANT.name().equals(list)
                ? Optional.ofNullable(away().get(one.memberId()))
                : Optional.empty();
        return last.map(day -> words.of("person.away", words.date(day))).orElseGet(() -> words.of("person.reached"));
    }

    /** Read once, for the whole list. */
    private Map<Long, LocalDate> away() {
        if (away == null) {
            away = schedules.away(
                    caller, getParticipants().stream().map(Person::memberId).toList(), now);
        }
        return away;
    }

    private OptionalLong after(Role list) {
        return list == chosenRole() ? Numbers.whole(request.getParameter("after")) : OptionalLong.empty();
    }

    /** Where the next page of a list begins; null on the last. */
    public Long next(List<Person> list) {
        return list.stream().filter(one -> !one.lead()).count() < MOST
                ? null
                : list.get(list.size() - 1).memberId();
    }

    /** Whoever was chosen in one of the lists; null where nobody was. */
    public Person getChosen() {
        long member = memberId();
        return teams.people(caller, team.getId(), chosenRole(), OptionalLong.of(member - 1), 1).stream()
                .filter(one -> one.memberId() == member)
                .findFirst()
                .orElseGet(() -> leading(member));
    }

    private Person leading(long member) {
        return teams.people(caller, team.getId(), chosenRole(), OptionalLong.empty(), MOST).stream()
                .filter(one -> one.lead() && one.memberId() == member)
                .findFirst()
                .orElse(null);
    }

    public long getMember() {
        return memberId();
    }

    /** The list in which somebody was chosen. */
    public String getChosenRole() {
        return chosenRole().name();
    }

    /** Whether the caller may take whoever was chosen out of the team. */
    public boolean isRemovable() {
        return team.getLine().whole() || chosenRole() == Role.PARTICIPANT;
    }

    public List<Choice> getRoles() {
        Role[] roles = team.getLine().whole() ? Role.values() : new Role[] {Role.PARTICIPANT};
        return Choice.of(words, "team.role.", roles);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role == null ? "" : role;
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "team.done." + request.getParameter("done");
        return problem == null && words.has(key) ? words.of(key) : "";
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
