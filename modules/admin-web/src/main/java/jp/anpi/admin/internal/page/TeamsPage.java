package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.membership.StaffTeams.Made;
import jp.anpi.membership.StaffTeams.Outcome;
import jp.anpi.membership.TeamEndings;

/** The teams of an area, and one more (R-080 … R-082). */
@Named
@RequestScoped
public class TeamsPage {

    private static final int MOST = 50;

    /** A team in words. */
    public record Row(
            long id, String name, String district, String partner, String people, String watchers, long open) {}

    /** One whose end may still be taken back. */
    public record Gone(long id, String name, String when) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private StaffDistricts districts;

    @Inject
    private TeamForm teamForm;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private OptionalInt district;
    private List<Row> rows;
    private String problem;

    @PostConstruct
    void open() {
        district = Numbers.small(request.getParameter("district"));
        Words words = me.words();
        rows = teams.list(me.caller(), district, Numbers.whole(request.getParameter("after")), MOST).stream()
                .map(line -> row(line, words))
                .toList();
    }

    private static Row row(Line line, Words words) {
        return new Row(
                line.id(),
                line.description().name(),
                line.district().orElse(""),
                partner(line, words),
                words.of("people", line.participants()),
                words.of("people", line.watchers()),
                line.openIncidents());
    }

    /** Who runs it, and what kind of organization that is. */
    static String partner(Line line, Words words) {
        String kind = line.description()
                .partnerKind()
                .map(one -> words.of("partner." + one))
                .orElse("");
        String name = line.description().partner().orElse("");
        return kind.isEmpty() || name.isEmpty() ? kind + name : words.of("team.partner", name, kind);
    }

    public void add() throws IOException {
        Made made = teams.add(me.caller(), teamForm.description(), clock.instant());
        if (made.outcome() == Outcome.DONE) {
            address.leadTo(next() + "?id=" + made.teamId().orElseThrow() + "&done=added");
        } else {
            problem = me.words().of("team." + made.outcome());
        }
    }

    /** A team of a partner organization is handed to those who run it; the others begin with their people. */
    private String next() {
        boolean partner = teamForm.description().partnerKind().isPresent()
                || teamForm.description().partner().isPresent();
        return partner ? "partner" : "team";
    }

    public List<Row> getRows() {
        return rows;
    }

    /** For those who may take it back. */
    public List<Gone> getEnded() {
        if (!me.caller().may(StaffRight.MANAGE_TEAMS)) {
            return List.of();
        }
        ZoneId zone = me.organization().zone();
        Words words = me.words();
        return endings.ended(me.caller(), clock.instant()).stream()
                .map(one -> new Gone(
                        one.teamId(),
                        one.name(),
                        words.of("teams.ended.at", words.moment(one.at(), zone), words.moment(one.until(), zone))))
                .toList();
    }

    /** Blank for all of them. */
    public String getDistrict() {
        return district.isPresent() ? Integer.toString(district.getAsInt()) : "";
    }

    public List<Choice> getDistricts() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", me.words().of("teams.everywhere"))));
        districts.open(me.caller()).forEach(one -> choices.add(new Choice(Integer.toString(one.id()), one.name())));
        return choices;
    }

    /** Where the next page begins; null on the last. */
    public Long getNext() {
        return rows.size() < MOST ? null : rows.get(rows.size() - 1).id();
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
