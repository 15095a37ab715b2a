package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Look;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody finds a code by trying: five wrong ones within an hour lock the LINE account out for 24 hours. */
class InvitationGuessesTest {

    private static final String WRONG = "AAAA-AAAA-AAAA";

    private final Town town = new Town();
    private final Member hana = town.participant("U-hana");

    @Test
    void the_fifth_wrong_code_locks_for_24_hours_even_for_the_right_code() {
        Issued invitation = town.invite(hana, Role.WATCHER);
        guess(4, NOON);
        assertThat(look("U-guesser", "not even a code", NOON))
                .satisfies(fifth -> assertThat(fifth.standing()).isEqualTo(Standing.LOCKED))
                .satisfies(fifth -> assertThat(fifth.lockedUntil()).contains(NOON.plus(Duration.ofHours(24))));

        Look right = look(
                "U-guesser", invitation.code(), NOON.plus(Duration.ofHours(24)).minusMillis(1));

        assertThat(right.standing()).isEqualTo(Standing.LOCKED);
        assertThat(right.invitationId()).isEmpty();
        assertThat(look("U-guesser", invitation.code(), NOON.plus(Duration.ofHours(24)))
                        .standing())
                .isEqualTo(Standing.VALID);
    }

    @Test
    void others_are_not_locked_out() {
        guess(5, NOON);

        assertThat(look("U-other", WRONG, NOON).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    @DisplayName("The hour slides: four just before a full hour and four just after it are eight")
    void any_five_within_an_hour_count() {
        guess(1, NOON);
        guess(3, NOON.plus(Duration.ofMinutes(59)));

        assertThat(look("U-guesser", WRONG, NOON.plus(Duration.ofMinutes(61))).standing())
                .isEqualTo(Standing.UNKNOWN);
        assertThat(look("U-guesser", WRONG, NOON.plus(Duration.ofMinutes(62))).standing())
                .isEqualTo(Standing.LOCKED);
    }

    @Test
    void five_in_more_than_an_hour_do_not_lock() {
        for (int i = 0; i < 20; i++) {
            assertThat(look("U-guesser", WRONG, NOON.plus(Duration.ofMinutes(15L * i)))
                            .standing())
                    .isEqualTo(Standing.UNKNOWN);
        }
    }

    @Test
    void codes_that_were_once_right_are_no_guesses() {
        Issued invitation = town.invite(hana, Role.WATCHER);
        Instant late = NOON.plus(Duration.ofDays(30));
        for (int i = 0; i < 6; i++) {
            assertThat(look("U-slow", invitation.code(), late).standing()).isEqualTo(Standing.EXPIRED);
        }
    }

    @Test
    void joining_forgives_the_wrong_codes_before() {
        Member son = town.watcher("U-guesser");
        guess(4, NOON);
        town.accept(son, town.invite(hana, Role.WATCHER), Role.WATCHER);

        assertThat(look("U-guesser", WRONG, NOON).standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    @DisplayName("What is kept of strangers goes away by itself")
    void an_old_failure_is_forgotten_with_the_next_one_of_anybody() {
        guess(1, NOON);

        look("U-other", WRONG, NOON.plus(Duration.ofHours(1)));

        assertThat(town.count("select count(*) from invitation_guess where organization_id = ?", town.id()))
                .isOne();
    }

    private void guess(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            look("U-guesser", WRONG, at);
        }
    }

    private Look look(String account, String code, Instant at) {
        return town.in(beans -> beans.invitations.look(town.id(), account, code, at));
    }
}
