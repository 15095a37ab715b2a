package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.IncidentWork.Contact;
import jp.anpi.escalation.IncidentWork.Deed;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.TeamPartners;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What an officer may see and do whose reach ends with a district. */
class LimitedOfficerTest extends InContainer {

    /** @param beyond where somebody in the team is out of their reach @param whole where nobody is */
    private record Outcomes(Enum<?> beyond, Enum<?> whole) {}

    private static final Map<String, Outcomes> OF_A_TEAM = Map.ofEntries(
            Map.entry("StaffTeams.change", new Outcomes(StaffTeams.Outcome.DONE, StaffTeams.Outcome.DONE)),
            Map.entry("StaffTeams.join", new Outcomes(StaffTeams.Outcome.NOBODY, StaffTeams.Outcome.ALREADY_IN)),
            Map.entry("StaffTeams.lead", new Outcomes(StaffTeams.Outcome.NOT_IN, StaffTeams.Outcome.DONE)),
            Map.entry("StaffTeams.remove", new Outcomes(StaffTeams.Outcome.NOT_IN, StaffTeams.Outcome.DONE)),
            // The second time the team is not in the partner's hands any more.
            Map.entry("TeamPartners.takeBack", new Outcomes(TeamPartners.Outcome.DONE, TeamPartners.Outcome.UNKNOWN)),
            Map.entry("TeamPartners.hand", new Outcomes(TeamPartners.Outcome.UNKNOWN, TeamPartners.Outcome.DONE)),
            Map.entry("TeamPartners.handToNew", new Outcomes(TeamPartners.Outcome.UNKNOWN, TeamPartners.Outcome.DONE)),
            Map.entry(
                    "TeamRules.change", new Outcomes(CheckInRules.Outcome.TEAM_UNKNOWN, CheckInRules.Outcome.CHANGED)),
            Map.entry(
                    "TeamRules.giveUp", new Outcomes(CheckInRules.Outcome.TEAM_UNKNOWN, CheckInRules.Outcome.CHANGED)),
            Map.entry("TeamEndings.end", new Outcomes(TeamEndings.Outcome.UNKNOWN, TeamEndings.Outcome.DONE)),
            Map.entry("TeamEndings.takeBack", new Outcomes(TeamEndings.Outcome.UNKNOWN, TeamEndings.Outcome.DONE)));

    private static final Contact CALL = new Contact(
            ContactMethod.PHONE, ContactResult.NO_ANSWER, Optional.of("前の番号"), Optional.empty(), Optional.empty());

    @Inject
    private Colleagues colleagues;

    @Inject
    private Places places;

    @Inject
    private TeamDeeds deeds;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private IncidentWork work;

    @Inject
    private Jdbi jdbi;

    @Test
    void whoever_is_limited_decides_for_everybody_in_a_team_only_where_they_see_everybody_in_it() {
        StaffCaller everywhere = colleagues.caller(OFFICER);
        int here = places.district(everywhere, "内");
        int there = places.district(everywhere, "外");
        long team = places.team(everywhere, here);
        StaffCaller partner = places.partner(everywhere, team);
        Member beyond = town.participant();
        places.join(everywhere, team, beyond, Role.PARTICIPANT);
        Member watcher = town.watcher();
        places.join(everywhere, team, watcher, Role.WATCHER);
        places.place(everywhere, beyond, there);
        StaffCaller limited = places.limited(everywhere, here);

        assertThat(teams.remove(limited, team, watcher.id(), Role.WATCHER, town.now()))
                .as("takes nobody's watchers away")
                .isEqualTo(StaffTeams.Outcome.NOT_WHOLE);
        assertThat(teams.join(limited, team, town.participant().number(), Role.WATCHER, town.now()))
                .as("lets nobody watch them")
                .isEqualTo(StaffTeams.Outcome.NOT_WHOLE);

        assertThat(deeds.all(limited, team, partner, beyond)).isEqualTo(expected(Outcomes::beyond));
        assertThat(town.count("team where ended_at is null and id = ?", team)).isOne();
        assertThat(deeds.end(everywhere, team)).isEqualTo(TeamEndings.Outcome.DONE);
        assertThat(endings.takeBack(limited, team, town.now()))
                .as("only restores what was")
                .isEqualTo(TeamEndings.Outcome.DONE);

        places.place(everywhere, beyond, here);
        assertThat(deeds.all(limited, team, partner, beyond)).isEqualTo(expected(Outcomes::whole));
    }

    private static Map<String, Enum<?>> expected(Function<Outcomes, Enum<?>> where) {
        return OF_A_TEAM.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, deed -> where.apply(deed.getValue())));
    }

    @Test
    void whoever_is_on_the_incident_of_somebody_who_left_goes_on_seeing_it_as_long_as_they_are_on_it() {
        StaffCaller everywhere = colleagues.caller(OFFICER);
        StaffCaller administrator = colleagues.caller(SYSTEM_ADMINISTRATOR);
        int here = places.district(everywhere, "区");
        Member first = town.watched(town.watcher());
        Member second = town.watched(town.watcher());
        long taken = callForHelp(everywhere, first, here);
        long nobodys = callForHelp(everywhere, second, here);
        StaffCaller limited = places.limited(everywhere, here);
        assertThat(listed(limited)).contains(taken, nobodys);
        assertThat(work.take(limited, taken, version(limited, taken), town.now()))
                .isEqualTo(Deed.DONE);

        town.leave(first);
        town.leave(second);

        assertThat(listed(administrator)).contains(taken, nobodys);
        assertThat(listed(limited)).contains(taken).doesNotContain(nobodys);
        assertThat(work.look(limited, nobodys, town.now())).isEmpty();
        assertThat(work.record(limited, nobodys, version(administrator, nobodys), CALL, town.now()))
                .isEqualTo(Deed.UNKNOWN);
        assertThat(work.record(limited, taken, version(limited, taken), CALL, town.now()))
                .isEqualTo(Deed.DONE);

        assertThat(work.take(administrator, taken, version(administrator, taken), town.now()))
                .isEqualTo(Deed.DONE);
        assertThat(listed(limited)).as("a colleague is on it").doesNotContain(taken);
        assertThat(work.look(limited, taken, town.now())).isEmpty();
    }

    /** Its incident, about somebody who belongs to the district. */
    private long callForHelp(StaffCaller officer, Member member, int district) {
        places.place(officer, member, district);
        Subject subject = Subject.participant(member.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        assertThat(answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now()))
                .isTrue();
        return jdbi.withHandle(handle -> handle.createQuery("select id from incident where subject_id = :member")
                .bind("member", member.id())
                .mapTo(Long.class)
                .one());
    }

    private List<Long> listed(StaffCaller caller) {
        return Stream.of(Part.values())
                .flatMap(part -> incidents.list(caller, part, 1_000).stream())
                .map(OpenIncident::id)
                .toList();
    }

    private int version(StaffCaller caller, long incident) {
        return work.look(caller, incident, town.now()).orElseThrow().version();
    }
}
