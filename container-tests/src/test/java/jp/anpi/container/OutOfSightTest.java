package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.escalation.OpenIncidents.Tally;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.membership.Member;
import jp.anpi.membership.PersonalData;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffPersonalData;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffWatchers;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamPartners;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;
import jp.anpi.scheduling.TeamRules;
import org.junit.jupiter.api.Test;

/**
 * Whatever staff read about people and teams, read by read: it tells of those within the caller's reach, and nothing of
 * anybody beyond it. A read that is added fails here until it is tried too.
 */
class OutOfSightTest extends InContainer {

    private static final Class<?>[] PORTS = {
        StaffPeople.class,
        StaffSchedules.class,
        StaffWatchers.class,
        StaffPersonalData.class,
        StaffDistricts.class,
        StaffTeams.class,
        TeamEndings.class,
        TeamPartners.class,
        TeamRules.class,
        OpenIncidents.class,
        IncidentWork.class,
        StaffDepartures.class
    };

    /** Of the whole organization: nobody has the right who sees a part of it. {@link PlacesTest} tries that. */
    private static final Set<String> OF_THE_WHOLE = Set.of("StaffPeople.nobodyToTell", "StaffDistricts.all");

    private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    /** Whom and what is read of. */
    private record Scene(Member person, Member watcher, int district, long team, long endedTeam, long incident) {}

    @Inject
    private Colleagues colleagues;

    @Inject
    private Places places;

    @Inject
    private SecondOrganization second;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffSchedules schedules;

    @Inject
    private StaffWatchers watchers;

    @Inject
    private StaffPersonalData personalData;

    @Inject
    private StaffDistricts districts;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private TeamPartners partners;

    @Inject
    private TeamRules teamRules;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private IncidentWork work;

    @Inject
    private StaffDepartures departures;

    @Inject
    private CheckInSchedules rhythms;

    @Inject
    private Answers answers;

    @Test
    void each_read_tells_of_those_within_reach_and_nothing_of_anybody_beyond_it() {
        StaffCaller officer = colleagues.caller(OFFICER);
        Scene scene = scene(officer);
        int elsewhere = places.district(officer, "よそ");
        Map<String, Predicate<StaffCaller>> reads = reads(scene);
        assertThat(reads.keySet()).isEqualTo(readsOfThePorts());

        assertThat(telling(reads, officer)).as("who sees everybody").isEqualTo(reads.keySet());
        assertThat(telling(reads, places.limited(officer, scene.district())))
                .as("whose people they are")
                .isEqualTo(reads.keySet());
        assertThat(telling(reads, places.limited(officer, elsewhere)))
                .as("who sees another district only")
                .isEmpty();
        StaffCaller stranger = new StaffCaller(
                officer.staffId(), second.found(town.id()), "s", "s", SYSTEM_ADMINISTRATOR, officer.address());
        assertThat(telling(reads, stranger))
                .as("who is of another organization")
                .isEmpty();
        places.unlimit(officer);
    }

    private static Set<String> telling(Map<String, Predicate<StaffCaller>> reads, StaffCaller caller) {
        return reads.entrySet().stream()
                .filter(read -> read.getValue().test(caller))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Somebody who calls for help, is away, has a watcher and personal data, in a team of a district. */
    private Scene scene(StaffCaller officer) {
        // There is a partner to whom a team could be handed.
        colleagues.caller(PARTNER);
        int district = places.district(officer, "ここ");
        long team = places.team(officer, district);
        places.partner(officer, team);
        long ended = places.team(officer, district);
        String seen = endings.prospect(officer, ended, 1).orElseThrow().seen();
        assertThat(endings.end(officer, ended, seen, town.now())).isEqualTo(TeamEndings.Outcome.DONE);
        Member watcher = town.watcher();
        Member person = town.watched(watcher);
        places.join(officer, team, person, Role.PARTICIPANT);
        Subject subject = Subject.participant(person.id());
        rhythms.set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(9), town.now());
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
        assertThat(schedules.pause(officer, person.id(), today(), "旅行", town.now()))
                .isEqualTo(StaffSchedules.Outcome.DONE);
        assertThat(personalData.write(
                        officer,
                        person.id(),
                        new PersonalData(Map.of(PersonalData.Field.NAME, "髙橋")),
                        Optional.of(new StaffPersonalData.Consent(today(), StaffPersonalData.GivenBy.SELF)),
                        Optional.empty(),
                        town.now()))
                .isEqualTo(StaffPersonalData.Outcome.DONE);
        long incident = incidents.ofTeam(officer, team, 1).get(0).id();
        int version = work.look(officer, incident, town.now()).orElseThrow().version();
        assertThat(work.take(officer, incident, version, town.now())).isEqualTo(IncidentWork.Deed.DONE);
        return new Scene(person, watcher, district, team, ended, incident);
    }

    /** Each of them, and whether it tells the caller anything of the scene. */
    private Map<String, Predicate<StaffCaller>> reads(Scene scene) {
        long id = scene.person().id();
        long team = scene.team();
        TeamRules.Standing rules =
                teamRules.standing(colleagues.caller(OFFICER), team).orElseThrow();
        return Map.ofEntries(
                Map.entry("StaffPeople.find", caller -> isFound(caller, scene)),
                Map.entry("StaffPeople.look", caller -> people.look(caller, id, town.now())
                        .isPresent()),
                Map.entry("StaffPeople.seen", caller -> people.seen(caller, id).isPresent()),
                Map.entry("StaffPeople.within", caller -> !people.within(caller, Set.of(id))
                        .isEmpty()),
                Map.entry(
                        "StaffSchedules.pauses",
                        caller -> !schedules.pauses(caller, id, 1).isEmpty()),
                Map.entry("StaffSchedules.away", caller -> !schedules
                        .away(caller, Set.of(id), town.now())
                        .isEmpty()),
                Map.entry("StaffWatchers.find", caller -> watchers.find(
                                caller, scene.watcher().number())
                        .filter(found -> !found.watched().isEmpty())
                        .isPresent()),
                Map.entry(
                        "StaffPersonalData.standing",
                        caller -> personalData.standing(caller, id).isPresent()),
                Map.entry(
                        "StaffPersonalData.reveal",
                        caller -> personalData.reveal(caller, id, town.now()).isPresent()),
                Map.entry("StaffDistricts.open", caller -> districts.open(caller).stream()
                        .anyMatch(one -> one.id() == scene.district())),
                Map.entry(
                        "StaffTeams.list",
                        caller -> teams.list(caller, OptionalInt.empty(), OptionalLong.empty(), 1_000).stream()
                                .anyMatch(line -> line.id() == team)),
                Map.entry("StaffTeams.look", caller -> teams.look(caller, team).isPresent()),
                Map.entry("StaffTeams.people", caller -> !teams.people(
                                caller, team, Role.PARTICIPANT, OptionalLong.empty(), 1)
                        .isEmpty()),
                Map.entry("TeamEndings.prospect", caller -> endings.prospect(caller, team, 1)
                        .isPresent()),
                Map.entry("TeamEndings.ended", caller -> endings.ended(caller, town.now()).stream()
                        .anyMatch(one -> one.teamId() == scene.endedTeam())),
                Map.entry(
                        "TeamPartners.of", caller -> !partners.of(caller, team).isEmpty()),
                Map.entry("TeamPartners.others", caller -> !partners.others(caller, team, town.now())
                        .isEmpty()),
                Map.entry(
                        "TeamRules.standing",
                        caller -> teamRules.standing(caller, team).isPresent()),
                Map.entry("TeamRules.forecast", caller -> teamRules
                        .forecast(caller, team, rules.rules(), town.now())
                        .isPresent()),
                Map.entry("OpenIncidents.list", caller -> Stream.of(Part.values())
                        .flatMap(part -> incidents.list(caller, part, 1_000).stream())
                        .anyMatch(one -> one.id() == scene.incident())),
                Map.entry(
                        "OpenIncidents.ofTeam",
                        caller -> !incidents.ofTeam(caller, team, 1).isEmpty()),
                Map.entry(
                        "OpenIncidents.tally",
                        caller -> !incidents.tally(caller, town.now()).equals(NOTHING)),
                Map.entry("OpenIncidents.deeds", caller -> !incidents
                        .deeds(caller, town.now().minusSeconds(1), 1)
                        .isEmpty()),
                Map.entry(
                        "StaffDepartures.openIncident",
                        caller -> departures.openIncident(caller, id).isPresent()),
                Map.entry("IncidentWork.look", caller -> work.look(caller, scene.incident(), town.now())
                        .isPresent()),
                Map.entry("IncidentWork.colleagues", caller -> !work.colleagues(caller, scene.incident())
                        .isEmpty()),
                Map.entry("IncidentWork.print", caller -> work.print(caller, scene.incident(), "-", town.now())
                        .isPresent()));
    }

    /** In each list, by number and by how it begins. */
    private boolean isFound(StaffCaller caller, Scene scene) {
        String number = scene.person().number();
        OptionalLong justBefore = OptionalLong.of(scene.person().id() - 1);
        return Stream.of("", number, number.substring(0, 5))
                .flatMap(search -> Stream.of(OptionalInt.empty(), OptionalInt.of(scene.district()))
                        .map(district -> new Wanted(Kind.EVERYBODY, district, search, justBefore)))
                .flatMap(wanted -> people.find(caller, wanted, 1).stream())
                .anyMatch(line -> line.id() == scene.person().id());
    }

    /** What the ports tell, as against what they do. */
    private static Set<String> readsOfThePorts() {
        return Stream.of(PORTS)
                .flatMap(port -> Stream.of(port.getMethods())
                        .filter(method -> !isDeed(method))
                        .map(method -> port.getSimpleName() + "." + method.getName()))
                .filter(name -> !OF_THE_WHOLE.contains(name))
                .collect(Collectors.toSet());
    }

    /** A deed answers with its outcome, or with that and what it made. */
    private static boolean isDeed(Method method) {
        Class<?> answer = method.getReturnType();
        return answer.isEnum()
                || answer.isRecord()
                        && Stream.of(answer.getRecordComponents())
                                .map(RecordComponent::getName)
                                .anyMatch("outcome"::equals);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Tokyo"));
    }
}
