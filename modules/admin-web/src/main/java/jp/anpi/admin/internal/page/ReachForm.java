package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Outcome;
import jp.anpi.membership.StaffAccounts.Reach;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffTeams;

/** Whom an account of staff sees: everybody, or the people of some districts and teams. */
@Named
@RequestScoped
public class ReachForm {

    /** More are found by their district. */
    private static final int MOST_TEAMS = 500;

    private static final String ALL = "ALL";
    private static final String SOME = "SOME";

    @Inject
    private SignedIn me;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private StaffDistricts districts;

    @Inject
    private StaffTeams teams;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private int staff;
    private String whom = ALL;
    private List<String> chosenDistricts = List.of();
    private List<String> chosenTeams = List.of();
    private String problem;
    private String note;
    private boolean conflict;

    @PostConstruct
    void open() {
        staff = Numbers.small(request.getParameter("id")).orElse(-1);
        Optional<Reach> present = accounts.reach(me.caller(), staff);
        present.ifPresent(reach -> {
            whom = reach.limited() ? SOME : ALL;
            chosenDistricts = texts(reach.districts().stream());
            chosenTeams = texts(reach.teams().stream());
        });
    }

    private static List<String> texts(Stream<? extends Number> ids) {
        return ids.map(Objects::toString).toList();
    }

    public void set() {
        Reach reach = new Reach(
                SOME.equals(whom),
                chosenDistricts.stream().map(Integer::valueOf).collect(Collectors.toSet()),
                chosenTeams.stream().map(Long::valueOf).collect(Collectors.toSet()));
        int seen = Numbers.typed(request.getParameter("version"));
        Outcome outcome = accounts.setReach(me.caller(), staff, reach, seen, clock.instant());
        switch (outcome) {
            case DONE -> note = me.words().of(sees(reach) ? "reach.done" : "reach.done.nobody");
            case CONFLICT -> conflict = true;
            default -> problem = me.words().of("staff." + outcome);
        }
    }

    private static boolean sees(Reach reach) {
        return !reach.limited()
                || !reach.districts().isEmpty()
                || !reach.teams().isEmpty();
    }

    public List<Choice> getWays() {
        return List.of(
                new Choice(ALL, me.words().of("reach.all")),
                new Choice(SOME, me.words().of("reach.some")));
    }

    /** Also those that were chosen and are retired by now. */
    public List<Choice> getDistricts() {
        return districts.all(me.caller()).stream()
                .filter(one -> !one.retired() || chosenDistricts.contains(Integer.toString(one.id())))
                .map(one -> new Choice(Integer.toString(one.id()), one.name()))
                .toList();
    }

    public List<Choice> getTeams() {
        return teams.list(me.caller(), OptionalInt.empty(), OptionalLong.empty(), MOST_TEAMS).stream()
                .map(one -> new Choice(
                        Long.toString(one.id()),
                        one.district()
                                .map(district -> me.words()
                                        .of("reach.team", one.description().name(), district))
                                .orElse(one.description().name())))
                .toList();
    }

    public String getWhom() {
        return whom;
    }

    public void setWhom(String whom) {
        this.whom = whom;
    }

    public String[] getChosenDistricts() {
        return chosenDistricts.toArray(String[]::new);
    }

    public void setChosenDistricts(String[] chosen) {
        chosenDistricts = chosen == null ? List.of() : List.of(chosen);
    }

    public String[] getChosenTeams() {
        return chosenTeams.toArray(String[]::new);
    }

    public void setChosenTeams(String[] chosen) {
        chosenTeams = chosen == null ? List.of() : List.of(chosen);
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    public String getNote() {
        return note;
    }

    /** Whether somebody else changed the account while it was on the screen. */
    public boolean isConflict() {
        return conflict;
    }
}
