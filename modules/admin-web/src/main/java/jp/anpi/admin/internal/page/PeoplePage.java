package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Line;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffWatchers;
import jp.anpi.membership.StaffWatchers.Watcher;
import jp.anpi.scheduling.StaffSchedules;

/** Participants, a page at a time, or those who were searched for. */
@Named
@RequestScoped
public class PeoplePage {

    private static final int MOST = 50;
    private static final int LONGEST_SEARCH = 60;

    /** A participant in words. */
    public record Row(long id, String number, String nickname, String district, String since, String state) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffWatchers watchers;

    @Inject
    private StaffDistricts districts;

    @Inject
    private StaffSchedules schedules;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String search;
    private Optional<String> readable;
    private Kind kind;
    private OptionalInt district;
    private List<Row> rows;
    private Optional<Watcher> watcher;

    @PostConstruct
    void open() {
        search = Optional.ofNullable(request.getParameter("search")).orElse("");
        readable = Typed.line(search, LONGEST_SEARCH);
        Words words = me.words();
        ZoneId zone = me.organization().zone();
        kind = Stream.of(Kind.values())
                .filter(one -> one.name().equals(request.getParameter("kind")))
                .findFirst()
                .orElse(Kind.EVERYBODY);
        district = Numbers.small(request.getParameter("district"));
        OptionalLong after = Numbers.whole(request.getParameter("after"));
        List<Line> lines = readable.map(
                        typed -> people.find(me.caller(), new Wanted(kind, district, typed, after), MOST))
                .orElse(List.of());
        Map<Long, LocalDate> away =
                schedules.away(me.caller(), lines.stream().map(Line::id).toList(), clock.instant());
        rows = lines.stream()
                .map(line -> row(line, Optional.ofNullable(away.get(line.id())), words, zone))
                .toList();
        watcher = lookedUp();
    }

    private Optional<Watcher> lookedUp() {
        return readable.filter(typed -> !typed.isEmpty() && kind == Kind.EVERYBODY)
                .flatMap(typed -> watchers.find(me.caller(), typed));
    }

    private static String state(Line line, Optional<LocalDate> away, Words words) {
        if (line.died()) {
            return words.of("people.died");
        }
        return line.blocked()
                ? words.of("person.blocked")
                : away.map(last -> words.of("person.away", words.date(last)))
                        .orElseGet(() -> words.of("person.reached"));
    }

    private static Row row(Line line, Optional<LocalDate> away, Words words, ZoneId zone) {
        return new Row(
                line.id(),
                line.number(),
                line.nickname().orElse(""),
                line.district().orElse(""),
                words.date(line.registeredAt().atZone(zone).toLocalDate()),
                state(line, away, words));
    }

    /** Which people the list holds. */
    public Kind getKind() {
        return kind;
    }

    /** The lists that there are. */
    public List<Choice> getKinds() {
        return Choice.of(me.words(), "people.kind.", Kind.values());
    }

    public String getSearch() {
        return search;
    }

    /** Whether what is searched for can be no number and no name. */
    public boolean isUnreadable() {
        return readable.isEmpty();
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Whoever watches under the number that was typed; null where nobody does. */
    public Watcher getWatcher() {
        return watcher.orElse(null);
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

    /** Whether somebody was just taken out. */
    public boolean isLeft() {
        return "left".equals(request.getParameter("done"));
    }

    public boolean isSearched() {
        return !search.isBlank() || district.isPresent();
    }

    /** Where the next page begins; null on the last. */
    public Long getNext() {
        return rows.size() < MOST ? null : rows.get(rows.size() - 1).id();
    }
}
