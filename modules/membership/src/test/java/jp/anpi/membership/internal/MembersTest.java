package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.anpi.membership.Member;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Registration and reachability of members. */
class MembersTest {

    private final Town town = new Town();

    @Test
    @DisplayName("R-045, R-055, R-070: a member is a number and a LINE account")
    void a_new_participant_gets_a_number_with_a_check_digit_and_nothing_else_is_known() {
        Member member = town.participant("U1");

        assertThat(MemberNumber.isValid(member.number())).isTrue();
        assertThat(member.participant()).isTrue();
        assertThat(member.watcher()).isFalse();
        assertThat(member.nickname()).isEmpty();
        assertThat(member.registeredAt()).isEqualTo(NOON);
        assertThat(byAccount("U1")).contains(member);
        assertThat(byId(member)).contains(member);
    }

    @Test
    @DisplayName("R-033: one account, both roles, one member")
    void a_second_role_is_added_to_the_same_member() {
        Member participant = town.participant("U1");

        Member both = town.watcher("U1");

        assertThat(both.id()).isEqualTo(participant.id());
        assertThat(both.number()).isEqualTo(participant.number());
        assertThat(both.participant()).isTrue();
        assertThat(both.watcher()).isTrue();
    }

    @Test
    void registering_twice_at_the_same_time_makes_one_member() {
        CompletableFuture<Member> one = CompletableFuture.supplyAsync(() -> town.participant("U1"));
        CompletableFuture<Member> other = CompletableFuture.supplyAsync(() -> town.participant("U1"));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(town.count("select count(*) from member where organization_id = ?", town.id()))
                .isOne();
    }

    @Test
    @DisplayName("R-066: a consent is kept with version and time, and the first one counts")
    void the_first_consent_to_a_version_keeps_its_time() {
        Member member = town.participant("U1");

        town.in(beans -> beans.members.register(town.id(), "U1", Role.WATCHER, 1, NOON.plusSeconds(60)));

        assertThat(town.count(
                        "select count(*) from consent where member_id = ? and terms_version = 1 and given_at = ?",
                        member.id(),
                        NOON))
                .isOne();
    }

    @Test
    void nobody_consents_to_terms_that_do_not_exist() {
        assertThatThrownBy(() -> town.in(beans -> beans.members.register(town.id(), "U1", Role.WATCHER, 99, NOON)))
                .isInstanceOf(RuntimeException.class);
        assertThat(byAccount("U1")).isEmpty();
    }

    @Test
    void a_nickname_is_kept_to_the_last_rare_character() {
        Member member = town.participant("U1");

        town.use(beans -> beans.members.rename(
                town.id(), member.id(), Nickname.of("𠮷髙👵🏽").orElseThrow()));

        assertThat(byId(member).orElseThrow().displayName()).isEqualTo("𠮷髙👵🏽さん");
    }

    @Test
    void a_name_that_brings_its_honorific_gets_no_second_one() {
        Member member = town.participant("U1");

        for (String name : List.of("花子さん", "はなちゃん", "太郎くん", "太郎君", "田中様", "田中さま", "山田先生")) {
            town.use(beans -> beans.members.rename(
                    town.id(), member.id(), Nickname.of(name).orElseThrow()));
            assertThat(byId(member).orElseThrow().displayName()).isEqualTo(name);
        }
    }

    @Test
    @DisplayName("E-14: blocking and coming back are told once each")
    void blocked_and_returned_are_told_once() {
        Member member = town.participant("U1");

        town.use(beans -> beans.members.returned(town.id(), "U1", NOON));
        town.use(beans -> beans.members.blocked(town.id(), "U1", NOON.plusSeconds(1)));
        town.use(beans -> beans.members.blocked(town.id(), "U1", NOON.plusSeconds(2)));

        assertThat(town.returned.fired()).isEmpty();
        assertThat(town.blocked.fired()).singleElement().satisfies(event -> {
            assertThat(event.member().id()).isEqualTo(member.id());
            assertThat(event.member().blockedAt()).contains(NOON.plusSeconds(1));
        });

        town.use(beans -> beans.members.returned(town.id(), "U1", NOON.plusSeconds(3)));
        town.use(beans -> beans.members.returned(town.id(), "U1", NOON.plusSeconds(4)));

        assertThat(town.returned.fired())
                .singleElement()
                .satisfies(event -> assertThat(event.member().blockedAt()).isEmpty());
    }

    @Test
    void an_account_that_is_no_member_may_block_us() {
        town.use(beans -> beans.members.blocked(town.id(), "U-stranger", NOON));

        assertThat(town.blocked.fired()).isEmpty();
    }

    @Test
    @DisplayName("E-14: what goes out is addressed only to those it can reach")
    void the_blocked_and_the_unknown_have_no_address() {
        Member one = town.participant("U1");
        Member two = town.participant("U2");
        town.use(beans -> beans.members.blocked(town.id(), "U2", NOON));
        Collection<Long> asked = List.of(one.id(), two.id(), -1L);

        assertThat(reachable(asked)).containsOnlyKeys(one.id()).containsValue("U1");
        assertThat(reachable(List.of())).isEmpty();
    }

    @Test
    @DisplayName("E-17: what a bean wrote, SQL in the same transaction reads")
    void modules_that_use_sql_see_what_was_written_in_the_same_transaction() {
        long found = town.in(beans -> {
            Member member = beans.members.register(town.id(), "U1", Role.PARTICIPANT, 1, NOON);
            beans.members.rename(town.id(), member.id(), Nickname.of("はな").orElseThrow());
            return beans.jdbi.withHandle(
                    handle -> handle.select("select count(*) from member where nickname = 'はな' and id = ?", member.id())
                            .mapTo(Long.class)
                            .one());
        });

        assertThat(found).isOne();
    }

    @Test
    void renaming_nobody_is_an_error_of_the_caller() {
        assertThatThrownBy(() -> town.use(beans ->
                        beans.members.rename(town.id(), -1, Nickname.of("はな").orElseThrow())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Member> byAccount(String account) {
        return town.in(beans -> beans.members.byLineUserId(town.id(), account));
    }

    private Optional<Member> byId(Member member) {
        return town.in(beans -> beans.members.byId(town.id(), member.id()));
    }

    private Map<Long, String> reachable(Collection<Long> ids) {
        return town.in(beans -> beans.members.reachableLineUserIds(town.id(), ids));
    }
}
