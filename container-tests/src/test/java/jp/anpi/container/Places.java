package jp.anpi.container;

import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Reach;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.TeamPartners;
import org.jdbi.v3.core.Jdbi;

/** Districts and teams as an officer makes them, who belongs to them, and whose reach ends there. */
@ApplicationScoped
public class Places {

    @Inject
    private Town town;

    @Inject
    private Colleagues colleagues;

    @Inject
    private StaffDistricts districts;

    @Inject
    private StaffTeams teams;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private TeamPartners partners;

    @Inject
    private Jdbi jdbi;

    /** A district that no other test knows; its name begins like this. */
    int district(StaffCaller officer, String name) {
        String whole = name + town.account();
        assertThat(districts.add(officer, whole, town.now())).isEqualTo(StaffDistricts.Outcome.DONE);
        return jdbi.withHandle(handle -> handle.createQuery("select id from district where name = :name")
                .bind("name", whole)
                .mapTo(Integer.class)
                .one());
    }

    long team(StaffCaller officer, int district) {
        return teams.add(officer, described(district), town.now()).teamId().orElseThrow();
    }

    static Description described(int district) {
        return new Description("見守り隊", OptionalInt.of(district), Optional.empty(), Optional.of("町会"), Optional.empty());
    }

    void join(StaffCaller officer, long team, Member member, Role role) {
        assertThat(teams.join(officer, team, member.number(), role, town.now())).isEqualTo(StaffTeams.Outcome.DONE);
    }

    void place(StaffCaller officer, Member member, int district) {
        assertThat(people.place(officer, member.id(), OptionalInt.of(district), town.now()))
                .isEqualTo(StaffPeople.Outcome.DONE);
    }

    /** A partner's new account, to whom the team was handed. */
    StaffCaller partner(StaffCaller officer, long team) {
        String user = "p" + town.account();
        assertThat(partners.handToNew(officer, team, user, "山本", town.now()).outcome())
                .isEqualTo(TeamPartners.Outcome.DONE);
        int account = partners.of(officer, team).get(0).staffId();
        return new StaffCaller(account, town.id(), user, "山本", PARTNER, "::1");
    }

    /** From now on the account reaches these only. */
    void limit(StaffCaller whom, Set<Integer> toDistricts, Set<Long> teamsToo) {
        assertThat(reach(whom, new Reach(true, toDistricts, teamsToo))).isEqualTo(StaffAccounts.Outcome.DONE);
    }

    /** From now on the account reaches everybody. */
    void unlimit(StaffCaller whom) {
        assertThat(reach(whom, new Reach(false, Set.of(), Set.of()))).isEqualTo(StaffAccounts.Outcome.DONE);
    }

    /** As an administrator who has just looked at the account. */
    StaffAccounts.Outcome reach(StaffCaller whom, Reach reach) {
        StaffCaller administrator = colleagues.caller(SYSTEM_ADMINISTRATOR);
        return accounts.setReach(
                administrator, whom.staffId(), reach, colleagues.version(administrator, whom.staffId()), town.now());
    }

    /** The officer with a reach that ends with the district, as they would sign in from now on. */
    StaffCaller limited(StaffCaller officer, int district) {
        limit(officer, Set.of(district), Set.of());
        return new StaffCaller(
                officer.staffId(), town.id(), officer.userName(), officer.name(), OFFICER, true, officer.address());
    }
}
