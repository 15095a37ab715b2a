package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffCaller;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.TeamRules;
import jp.anpi.scheduling.TeamRules.Standing;

/** What follows silence in one team: its own rules or the organization's, in words before they are kept. */
@Named
@RequestScoped
public class PolicyPage {

    private static final Set<Outcome> AT_A_FIELD =
            EnumSet.of(Outcome.STEPS_IMPOSSIBLE, Outcome.WINDOW_IMPOSSIBLE, Outcome.TAKE_OVER_IMPOSSIBLE);

    @Inject
    private SignedIn me;

    @Inject
    private ChosenTeam team;

    @Inject
    private TeamRules teamRules;

    @Inject
    private Policies policies;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private Standing standing;
    private StepsForm steps;
    private Outcome outcome;
    private boolean givingUp;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        if (team.getLine() != null) {
            standing = teamRules.standing(caller, team.getId()).orElseThrow();
            steps = new StepsForm(standing.preset(), standing.rules(), words);
        }
    }

    /** Changes nothing: says what the rules that were typed would mean. */
    public void preview() {
        outcome = teamRules.check(caller, team.getId(), typed());
    }

    public void save() throws IOException {
        settle(teamRules.change(caller, team.getId(), typed(), seen(), now), "changed");
    }

    public void giveUp() throws IOException {
        givingUp = true;
        settle(teamRules.giveUp(caller, team.getId(), seen(), now), "given-up");
    }

    private Rules typed() {
        return steps.into(standing.rules());
    }

    private long seen() {
        return Numbers.whole(request.getParameter("seen")).orElse(-1);
    }

    private void settle(Outcome result, String done) throws IOException {
        outcome = result;
        if (result == Outcome.CHANGED) {
            address.leadTo("policy?id=" + team.getId() + "&done=" + done);
        }
    }

    /** What follows silence, sentence by sentence; none while something typed is wrong. */
    public List<String> getForecast() {
        Rules shown = outcome == null ? standing.rules() : typed();
        return teamRules
                .forecast(caller, team.getId(), shown, now)
                .map(forecast -> new ForecastWords(words, me.organization().zone()).of(forecast, shown))
                .orElse(List.of());
    }

    /** The organization's rules in a line. */
    public String getCommon() {
        return policies.ofOrganization(caller.organizationId(), words);
    }

    /** Whether what is shown is not saved yet. */
    public boolean isTrial() {
        return outcome == Outcome.CHANGED;
    }

    /** Whether something is wrong that no field of this page is about. */
    public boolean isElsewhere() {
        return !getWrong().isEmpty() && !AT_A_FIELD.contains(outcome);
    }

    /** The outcome's name where something is wrong; blank otherwise. */
    public String getWrong() {
        return outcome == null || outcome == Outcome.CHANGED ? "" : outcome.name();
    }

    public String getProblem() {
        if (outcome == Outcome.CONFLICT) {
            return words.of(givingUp ? "policy.CONFLICT.give-up" : "policy.CONFLICT");
        }
        return getWrong().isEmpty() ? "" : words.of("rules." + outcome);
    }

    /** Whether it was the organization's rules that were wanted. */
    public boolean isGivingUp() {
        return givingUp;
    }

    public StepsForm getSteps() {
        return steps;
    }

    public Standing getStanding() {
        return standing;
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        return Stream.of("changed", "given-up")
                .filter(done -> outcome == null && done.equals(request.getParameter("done")))
                .findFirst()
                .map(done -> words.of("policy.done." + done))
                .orElse("");
    }
}
