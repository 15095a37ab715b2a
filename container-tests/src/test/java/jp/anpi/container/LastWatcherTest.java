package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.WatchLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has no watcher left is told so, and nobody of whom one would still be told by mail (E-9, E-13). */
class LastWatcherTest extends InContainer {

    @Inject
    private Colleagues colleagues;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private StaffTeams teams;

    @Inject
    private Deaths deaths;

    private StaffCaller officer;
    private long team;
    private Member son;
    private Member byMail;
    private Member byLineOnly;

    /** The son watches two, whose daughters have blocked us both; the address of one daughter is confirmed. */
    @BeforeEach
    void two_mothers() {
        officer = colleagues.caller(StaffRole.OFFICER);
        team = teams.add(officer, described(), town.now()).teamId().orElseThrow();
        son = town.watcher();
        join(son, Role.WATCHER);
        Member withAddress = town.watcher();
        Member without = town.watcher();
        byMail = mother(withAddress);
        byLineOnly = mother(without);
        town.beyondLine(withAddress);
        town.blocked(without);
    }

    @Test
    void when_the_other_leaves() {
        town.leave(son);

        onlyWhoIsReallyAloneWasTold();
    }

    @Test
    void when_the_other_dies() {
        assertThat(deaths.note(town.id(), son.id(), town.now())).isTrue();

        onlyWhoIsReallyAloneWasTold();
    }

    @Test
    void when_the_other_watches_no_more() {
        endsWith((mother, watcher) -> watchLinks.end(town.id(), mother.id(), watcher.id(), Role.WATCHER, town.now()));
    }

    @Test
    void when_staff_take_the_other_out_of_the_team() {
        teams.remove(officer, team, son.id(), Role.WATCHER, town.now());

        onlyWhoIsReallyAloneWasTold();
    }

    @Test
    void when_staff_take_them_out_of_the_team_themselves() {
        endsWith((mother, watcher) -> teams.remove(officer, team, mother.id(), Role.PARTICIPANT, town.now()));
    }

    private void endsWith(BiConsumer<Member, Member> end) {
        List.of(byMail, byLineOnly).forEach(mother -> end.accept(mother, son));

        onlyWhoIsReallyAloneWasTold();
    }

    private void onlyWhoIsReallyAloneWasTold() {
        assertThat(told(byLineOnly)).isOne();
        assertThat(told(byMail)).as("her daughter reads mails").isZero();
        assertThat(town.count("nobody_to_tell where member_id = ?", byLineOnly.id()))
                .isOne();
        assertThat(town.count("nobody_to_tell where member_id = ?", byMail.id()))
                .isZero();
    }

    private long told(Member mother) {
        return town.count("outbox_message where kind = 'NO_WATCHER_LEFT' and ? = any(recipient_ids)", mother.id());
    }

    private Member mother(Member daughter) {
        Member mother = town.participant();
        join(mother, Role.PARTICIPANT);
        town.accept(daughter, town.invite(mother, Role.WATCHER, InvitationKind.SINGLE_USE), Role.WATCHER);
        return mother;
    }

    private void join(Member member, Role role) {
        assertThat(teams.join(officer, team, member.number(), role, town.now())).isEqualTo(StaffTeams.Outcome.DONE);
    }

    private static Description described() {
        return new Description("花の会", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
