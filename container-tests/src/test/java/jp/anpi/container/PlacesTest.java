package jp.anpi.container;

import static jp.anpi.membership.StaffRole.CALL_OPERATOR;
import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.membership.Member;
import jp.anpi.membership.NotAllowedException;
import jp.anpi.membership.PersonalData;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Reach;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Outcome;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffPersonalData;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffWatchers;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.Test;

/** Districts, teams and people: their use cases with every role, and nobody beyond the own districts and organization. */
class PlacesTest extends InContainer {

    private static final Set<StaffRole> EVERYBODY = EnumSet.allOf(StaffRole.class);
    private static final Set<StaffRole> OFFICE = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER);
    private static final Set<StaffRole> DESK = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR);

    /** Who may do what, said once more: a slip in the product's own table shows here. */
    private static final Map<String, Set<StaffRole>> ALLOWED = Map.ofEntries(
            Map.entry("StaffPeople.find", EVERYBODY),
            Map.entry("StaffPeople.nobodyToTell", EnumSet.complementOf(EnumSet.of(COMMISSIONER, PARTNER))),
            Map.entry("StaffPeople.look", EVERYBODY),
            Map.entry("StaffPeople.seen", EVERYBODY),
            Map.entry("StaffPeople.within", EVERYBODY),
            Map.entry("StaffPeople.place", OFFICE),
            Map.entry("StaffPeople.takeBackDeath", OFFICE),
            Map.entry("StaffDepartures.openIncident", OFFICE),
            Map.entry("StaffDepartures.takeOut", OFFICE),
            Map.entry("StaffSchedules.pauses", EVERYBODY),
            Map.entry("StaffSchedules.away", EVERYBODY),
            Map.entry("StaffSchedules.pause", DESK),
            Map.entry("StaffSchedules.resume", DESK),
            Map.entry("StaffWatchers.invite", OFFICE),
            Map.entry("StaffWatchers.find", EVERYBODY),
            Map.entry("StaffPersonalData.standing", EVERYBODY),
            Map.entry(
                    "StaffPersonalData.reveal", EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, COMMISSIONER)),
            Map.entry("StaffPersonalData.write", OFFICE),
            Map.entry("StaffPersonalData.withdraw", OFFICE),
            Map.entry("StaffDistricts.all", OFFICE),
            Map.entry("StaffDistricts.open", EVERYBODY),
            Map.entry("StaffDistricts.add", OFFICE),
            Map.entry("StaffDistricts.rename", OFFICE),
            Map.entry("StaffDistricts.retire", OFFICE),
            Map.entry("StaffDistricts.reopen", OFFICE));

    @Inject
    private Colleagues colleagues;

    @Inject
    private Places places;

    @Inject
    private SecondOrganization second;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffDepartures departures;

    @Inject
    private StaffSchedules schedules;

    @Inject
    private CheckInSchedules rhythms;

    @Inject
    private StaffWatchers watchers;

    @Inject
    private StaffTeams teams;

    @Inject
    private StaffPersonalData personalData;

    @Inject
    private StaffDistricts districts;

    @Test
    void each_use_case_looks_at_the_role_before_it_does_anything() {
        Map<String, Consumer<StaffCaller>> useCases = useCases();
        assertThat(useCases.keySet())
                .isEqualTo(Colleagues.declared(
                        StaffPeople.class,
                        StaffDepartures.class,
                        StaffSchedules.class,
                        StaffPersonalData.class,
                        StaffWatchers.class,
                        StaffDistricts.class));
        assertThat(colleagues.allowed(useCases)).isEqualTo(ALLOWED);
    }

    private Map<String, Consumer<StaffCaller>> useCases() {
        return Map.ofEntries(
                Map.entry("StaffPeople.nobodyToTell", caller -> people.nobodyToTell(caller)),
                Map.entry("StaffPeople.find", caller -> people.find(caller, wanted(OptionalInt.empty()), 1)),
                Map.entry("StaffPeople.look", caller -> people.look(caller, -1, town.now())),
                Map.entry("StaffPeople.seen", caller -> people.seen(caller, -1)),
                Map.entry("StaffPeople.within", caller -> people.within(caller, List.of())),
                Map.entry("StaffPeople.place", caller -> people.place(caller, -1, OptionalInt.empty(), town.now())),
                Map.entry("StaffPeople.takeBackDeath", caller -> people.takeBackDeath(caller, -1, town.now())),
                Map.entry("StaffDepartures.openIncident", caller -> departures.openIncident(caller, -1)),
                Map.entry("StaffDepartures.takeOut", caller -> departures.takeOut(caller, -1, "-", town.now())),
                Map.entry("StaffSchedules.away", caller -> schedules.away(caller, List.of(), town.now())),
                Map.entry("StaffSchedules.pauses", caller -> schedules.pauses(caller, -1, 1)),
                Map.entry("StaffSchedules.pause", caller -> schedules.pause(caller, -1, today(), "-", town.now())),
                Map.entry("StaffSchedules.resume", caller -> schedules.resume(caller, -1, town.now())),
                Map.entry("StaffWatchers.invite", caller -> watchers.invite(caller, -1, town.now())),
                Map.entry("StaffWatchers.find", caller -> watchers.find(caller, "0")),
                Map.entry("StaffPersonalData.standing", caller -> personalData.standing(caller, -1)),
                Map.entry("StaffPersonalData.reveal", caller -> personalData.reveal(caller, -1, town.now())),
                Map.entry(
                        "StaffPersonalData.write",
                        caller -> personalData.write(
                                caller,
                                -1,
                                new PersonalData(Map.of()),
                                Optional.empty(),
                                Optional.empty(),
                                town.now())),
                Map.entry("StaffPersonalData.withdraw", caller -> personalData.withdraw(caller, -1, town.now())),
                Map.entry("StaffDistricts.all", caller -> districts.all(caller)),
                Map.entry("StaffDistricts.open", caller -> districts.open(caller)),
                Map.entry("StaffDistricts.add", caller -> districts.add(caller, "", town.now())),
                Map.entry("StaffDistricts.rename", caller -> districts.rename(caller, -1, "", town.now())),
                Map.entry("StaffDistricts.retire", caller -> districts.retire(caller, -1, town.now())),
                Map.entry("StaffDistricts.reopen", caller -> districts.reopen(caller, -1, town.now())));
    }

    @Test
    void a_welfare_commissioner_sees_the_own_district_by_the_word_of_staff_and_through_its_teams() {
        StaffCaller officer = colleagues.caller(OFFICER);
        StaffCaller commissioner = colleagues.caller(COMMISSIONER);
        int north = places.district(officer, "北");
        int south = places.district(officer, "南");
        Member placed = town.participant();
        Member anonymous = town.participant();
        Member elsewhere = town.participant();
        Member moved = town.participant();
        long team = places.team(officer, north);
        places.join(officer, team, anonymous, Role.PARTICIPANT);
        places.join(officer, team, moved, Role.PARTICIPANT);
        places.place(officer, placed, north);
        places.place(officer, elsewhere, south);
        // What staff say counts more than the team.
        places.place(officer, moved, south);
        places.limit(commissioner, Set.of(north), Set.of());

        assertThat(people.find(commissioner, wanted(OptionalInt.empty()), 50))
                .extracting(StaffPeople.Line::id)
                .containsExactlyInAnyOrder(placed.id(), anonymous.id());
        assertThat(people.find(officer, wanted(OptionalInt.of(north)), 50))
                .extracting(StaffPeople.Line::id)
                .containsExactlyInAnyOrder(placed.id(), anonymous.id());
        assertThat(people.find(commissioner, wanted(OptionalInt.of(south)), 50)).isEmpty();
        assertThat(people.look(commissioner, anonymous.id(), town.now())).isPresent();
        assertThat(people.look(commissioner, moved.id(), town.now())).isEmpty();
        assertThat(people.look(commissioner, elsewhere.id(), town.now())).isEmpty();
        assertThat(teams.people(commissioner, team, Role.PARTICIPANT, OptionalLong.empty(), 50))
                .as("whom staff put elsewhere is not there for those who look after the team only")
                .extracting(StaffTeams.Person::memberId)
                .containsExactly(anonymous.id());
        assertThat(teams.people(officer, team, Role.PARTICIPANT, OptionalLong.empty(), 50))
                .hasSize(2);
        assertThat(teams.list(commissioner, OptionalInt.empty(), OptionalLong.empty(), 50))
                .extracting(StaffTeams.Line::participants)
                .containsExactly(1L);
        assertThat(teams.list(commissioner, OptionalInt.empty(), OptionalLong.empty(), 50))
                .extracting(StaffTeams.Line::id)
                .containsExactly(team);
        assertThat(districts.open(commissioner))
                .extracting(StaffDistricts.Choice::id)
                .containsExactly(north);

        assertThat(districts.retire(officer, north, town.now())).isEqualTo(StaffDistricts.Outcome.DONE);
        assertThat(people.look(commissioner, placed.id(), town.now()))
                .as("retired, and still theirs")
                .isPresent();
        places.limit(commissioner, Set.of(), Set.of());
        assertThat(people.find(commissioner, wanted(OptionalInt.empty()), 50)).isEmpty();
    }

    @Test
    void an_officer_who_is_limited_to_a_district_does_nothing_beyond_it_and_nothing_for_the_whole() {
        StaffCaller officer = colleagues.caller(OFFICER);
        int here = places.district(officer, "ここ");
        int there = places.district(officer, "あそこ");
        long team = places.team(officer, there);
        Member own = town.participant();
        Member foreign = town.participant();
        places.place(officer, own, here);
        StaffCaller everywhere = colleagues.caller(SYSTEM_ADMINISTRATOR);
        StaffCaller limited = places.limited(officer, here);

        assertThat(people.place(limited, foreign.id(), OptionalInt.of(here), town.now()))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(people.place(limited, own.id(), OptionalInt.of(there), town.now()))
                .isEqualTo(Outcome.DISTRICT_UNKNOWN);
        assertThat(schedules.pause(limited, foreign.id(), today(), "旅行", town.now()))
                .isEqualTo(StaffSchedules.Outcome.UNKNOWN);
        for (Member each : List.of(own, foreign)) {
            rhythms.set(town.id(), Subject.participant(each.id()), CheckInInterval.EVERY_DAY, List.of(9), town.now());
            assertThat(schedules.pause(everywhere, each.id(), today(), "旅行", town.now()))
                    .isEqualTo(StaffSchedules.Outcome.DONE);
        }
        assertThat(schedules.away(limited, List.of(own.id(), foreign.id()), town.now()))
                .as("whoever makes up a list of ids learns nothing by it")
                .containsOnlyKeys(own.id());
        assertThat(departures.takeOut(limited, foreign.id(), "来庁", town.now()))
                .isEqualTo(StaffDepartures.Outcome.UNKNOWN);
        assertThat(watchers.invite(limited, foreign.id(), town.now()).outcome())
                .isEqualTo(StaffWatchers.Outcome.UNKNOWN);
        assertThat(teams.look(limited, team)).isEmpty();
        assertThat(teams.join(limited, team, own.number(), Role.PARTICIPANT, town.now()))
                .isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(teams.add(limited, Places.described(there), town.now()).outcome())
                .isEqualTo(StaffTeams.Outcome.DISTRICT_UNKNOWN);
        long ownTeam =
                teams.add(limited, Places.described(here), town.now()).teamId().orElseThrow();
        assertThat(teams.join(limited, ownTeam, foreign.number(), Role.PARTICIPANT, town.now()))
                .as("whoever knows a number gets nobody into sight by it")
                .isEqualTo(StaffTeams.Outcome.NOBODY);
        assertThat(teams.join(limited, ownTeam, foreign.number(), Role.WATCHER, town.now()))
                .as("whoever knows a number gets nobody into sight by it")
                .isEqualTo(StaffTeams.Outcome.NOBODY);
        assertThatThrownBy(() -> districts.add(limited, "新しい地区", town.now())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> people.nobodyToTell(limited))
                .as("a part of the people is listed, and not counted")
                .isInstanceOf(NotAllowedException.class);
        places.unlimit(officer);
    }

    @Test
    void what_belongs_to_another_organization_is_not_there() {
        StaffCaller officer = colleagues.caller(OFFICER);
        int other = second.found(town.id());
        StaffCaller stranger = new StaffCaller(officer.staffId(), other, "s", "s", SYSTEM_ADMINISTRATOR, "::1");
        int district = places.district(officer, "区");
        int theirs = places.district(stranger, "隣");
        long team = places.team(officer, district);
        Member member = town.participant();

        assertThat(teams.look(stranger, team)).isEmpty();
        assertThat(teams.change(stranger, team, Places.described(theirs), 0, town.now()))
                .isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(teams.join(stranger, team, member.number(), Role.PARTICIPANT, town.now()))
                .isEqualTo(StaffTeams.Outcome.UNKNOWN);
        assertThat(teams.add(stranger, Places.described(district), town.now()).outcome())
                .isEqualTo(StaffTeams.Outcome.DISTRICT_UNKNOWN);
        assertThat(districts.rename(stranger, district, "うばう", town.now())).isEqualTo(StaffDistricts.Outcome.UNKNOWN);
        assertThat(districts.retire(stranger, district, town.now())).isEqualTo(StaffDistricts.Outcome.UNKNOWN);
        assertThat(people.place(stranger, member.id(), OptionalInt.of(theirs), town.now()))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(people.place(officer, member.id(), OptionalInt.of(theirs), town.now()))
                .isEqualTo(Outcome.DISTRICT_UNKNOWN);
        assertThat(departures.takeOut(stranger, member.id(), "来庁", town.now()))
                .isEqualTo(StaffDepartures.Outcome.UNKNOWN);
        assertThat(people.find(stranger, wanted(OptionalInt.of(district)), 50)).isEmpty();
        assertThat(places.reach(colleagues.caller(COMMISSIONER), new Reach(true, Set.of(theirs), Set.of())))
                .isEqualTo(StaffAccounts.Outcome.PLACE_UNKNOWN);
    }

    @Test
    void e13_who_has_nobody_to_tell_is_known_at_every_moment_also_when_two_watchers_go_at_once() throws Exception {
        Member first = town.watcher();
        Member other = town.watcher();
        Member participant = town.participant();
        StaffCaller officer = colleagues.caller(OFFICER);
        assertThat(alone(participant)).as("just registered").isTrue();
        long team = places.team(officer, places.district(officer, "丁"));
        places.join(officer, team, participant, Role.PARTICIPANT);
        places.join(officer, team, first, Role.WATCHER);
        places.join(officer, team, other, Role.WATCHER);
        assertThat(alone(participant)).isFalse();

        List<Member> watchersOfTheTeam = List.of(first, other);
        town.atOnce(2, index -> {
            town.leave(watchersOfTheTeam.get(index));
            return index;
        });

        assertThat(alone(participant)).isTrue();
        Member third = town.watcher();
        places.join(officer, team, third, Role.WATCHER);
        assertThat(alone(participant)).isFalse();
        assertThat(teams.remove(officer, team, third.id(), Role.WATCHER, town.now()))
                .isEqualTo(StaffTeams.Outcome.DONE);
        assertThat(alone(participant)).isTrue();
    }

    private boolean alone(Member participant) {
        return people
                .find(
                        colleagues.caller(OFFICER),
                        new Wanted(Kind.NOBODY_TO_TELL, OptionalInt.empty(), "", OptionalLong.of(participant.id() - 1)),
                        1)
                .stream()
                .anyMatch(line -> line.id() == participant.id());
    }

    private static Wanted wanted(OptionalInt district) {
        return new Wanted(Kind.EVERYBODY, district, "", OptionalLong.empty());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(town.now(), ZoneId.of("Asia/Tokyo"));
    }
}
