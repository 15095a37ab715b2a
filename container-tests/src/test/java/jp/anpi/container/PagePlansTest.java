package jp.anpi.container;

import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.Test;

/** What the pages of staff ask the database for leads to an index each time (E-19); how long it takes is measured elsewhere. */
class PagePlansTest extends InContainer {

    private static final List<String> LARGE = List.of(
            "member",
            "team",
            "team_membership",
            "check_in",
            "answer",
            "incident",
            "alert_notice",
            "audit_entry",
            "pause",
            "personal_data",
            "watch_end",
            "invitation",
            "outbox_message");

    @Inject
    private Colleagues colleagues;

    @Inject
    private Readings readings;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private IncidentWork work;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private StaffSchedules staffSchedules;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInHistory history;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Answers answers;

    @Test
    void no_page_reads_a_large_table_from_its_beginning_to_its_end() {
        Member person = town.watched(town.watcher());
        Subject subject = Subject.participant(person.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(9), town.now());
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());

        StaffTeams.Description described = new StaffTeams.Description(
                "隊", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        long team = teams.add(colleagues.caller(OFFICER), described, town.now())
                .teamId()
                .orElseThrow();
        teams.join(colleagues.caller(OFFICER), team, person.number(), Role.PARTICIPANT, town.now());

        for (StaffCaller caller : List.of(colleagues.caller(OFFICER), colleagues.caller(COMMISSIONER))) {
            assertThat(large(() -> today(caller))).as("Today").isEmpty();
            for (Kind kind : Kind.values()) {
                assertThat(large(() -> list(caller, kind, OptionalInt.empty(), "")))
                        .as(kind.name())
                        .isEmpty();
            }
            assertThat(large(() -> list(caller, Kind.EVERYBODY, OptionalInt.of(1), "")))
                    .as("a district")
                    .isEmpty();
            assertThat(large(() -> list(caller, Kind.EVERYBODY, OptionalInt.empty(), "さくら")))
                    .as("a search")
                    .isEmpty();
            assertThat(large(() -> person(caller, person))).as("a person").isEmpty();
            assertThat(large(() -> team(caller, team))).as("teams").isEmpty();
        }
    }

    @Test
    void what_no_index_leads_to_is_seen() {
        assertThat(large(() -> town.count("member where nickname = 'x'"))).containsKey("member");
    }

    private Map<String, Long> large(Runnable page) {
        Map<String, Long> whole = readings.whole(page);
        whole.keySet().removeIf(table -> LARGE.stream().noneMatch(large -> table.matches(large + "(_\\d.*|_log.*)?")));
        return whole;
    }

    private void today(StaffCaller caller) {
        Stream.of(Part.values()).forEach(part -> incidents.list(caller, part, 50));
        incidents.tally(caller, town.now());
        incidents.deeds(caller, town.now(), 5);
        incidents.list(caller, Part.NEEDING, 1).forEach(one -> work.look(caller, one.id(), town.now()));
    }

    private void list(StaffCaller caller, Kind kind, OptionalInt district, String search) {
        people.find(caller, new Wanted(kind, district, search, OptionalLong.empty()), 50);
    }

    private void person(StaffCaller caller, Member person) {
        Subject subject = Subject.participant(person.id());
        LocalDate today = LocalDate.of(2026, 11, 22);
        people.look(caller, person.id(), town.now());
        policies.ofParticipant(town.id(), person.id());
        schedules.of(town.id(), subject, town.now());
        watchLinks.watchersOf(town.id(), person.id());
        history.entries(town.id(), subject, today.minusDays(365), today);
        staffSchedules.pauses(caller, person.id(), 5);
        staffSchedules.away(caller, List.of(person.id()), town.now());
    }

    private void team(StaffCaller caller, long team) {
        teams.list(caller, OptionalInt.empty(), OptionalLong.empty(), 50);
        teams.list(caller, OptionalInt.of(1), OptionalLong.empty(), 50);
        teams.people(caller, team, Role.PARTICIPANT, OptionalLong.empty(), 50);
        teams.people(caller, team, Role.WATCHER, OptionalLong.empty(), 50);
        incidents.ofTeam(caller, team, 5);
        if (caller.may(StaffRight.MANAGE_TEAMS)) {
            endings.prospect(caller, team, 50);
            endings.ended(caller, town.now());
        }
    }
}
