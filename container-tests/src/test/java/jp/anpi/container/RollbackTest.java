package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import jp.anpi.membership.Teams;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.junit.jupiter.api.Test;

/** E-17: entities and set-based statements stand or fall together, across modules. */
class RollbackTest extends InContainer {

    @Inject
    private Invitations invitations;

    @Inject
    private Teams teams;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private Mishap mishap;

    @Inject
    private UserTransaction transaction;

    @Test
    void an_acceptance_that_throws_changes_nothing() {
        Member participant = town.participant();
        Member watcher = town.participant();
        Issued invitation = town.invite(participant, Role.WATCHER, InvitationKind.SINGLE_USE);
        invitations.look(town.id(), watcher.lineUserId(), "wrong", town.now());
        mishap.befall(watcher.id());

        assertThatThrownBy(() -> town.accept(watcher, invitation, Role.WATCHER))
                .rootCause()
                .hasMessage("a mishap");

        assertThat(teams.of(town.id(), watcher.id())).isEmpty();
        assertThat(town.count("member where id = ? and watcher_since is null", watcher.id()))
                .isOne();
        assertThat(town.count("invitation_guess where line_user_id = ?", watcher.lineUserId()))
                .as("deleted by a statement")
                .isOne();
        mishap.befall(0);
        assertThat(town.accept(watcher, invitation, Role.WATCHER))
                .as("the invitation was not used up")
                .isEqualTo(Standing.VALID);
    }

    @Test
    void a_leaving_that_throws_erases_nothing_in_any_module() {
        Member participant = town.watched(town.watcher());
        Subject subject = Subject.participant(participant.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        mishap.befall(participant.id());

        assertThatThrownBy(() -> town.leave(participant)).rootCause().hasMessage("a mishap");

        mishap.befall(0);
        assertThat(teams.of(town.id(), participant.id())).hasSize(1);
        assertThat(schedules.of(town.id(), subject, town.now())).isPresent();
    }

    @Test
    void a_call_for_help_that_throws_leaves_neither_check_in_nor_incident_nor_message() {
        Member participant = town.watched(town.watcher());
        Subject subject = Subject.participant(participant.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_7_DAYS, List.of(9), town.now());
        long messages = town.count("outbox_message");
        mishap.befall(participant.id());

        assertThatThrownBy(() -> answers.needHelp(town.id(), subject, Source.TYPED, town.now(), town.now()))
                .rootCause()
                .hasMessage("a mishap");

        mishap.befall(0);
        assertThat(town.count("check_in where subject_id = ?", participant.id()))
                .isZero();
        assertThat(town.count("incident where subject_id = ?", participant.id()))
                .isZero();
        assertThat(town.count("outbox_message")).isEqualTo(messages);
    }

    @Test
    void statements_and_entities_take_part_in_the_caller_s_transaction() throws Exception {
        String account = town.account();
        transaction.begin();
        Member member = town.register(account, Role.PARTICIPANT);
        assertThat(town.count("member where id = ? and participant_since is not null", member.id()))
                .as("seen by statements of the same transaction")
                .isOne();

        transaction.rollback();

        assertThat(town.count("member where line_user_id = ?", account)).isZero();
        assertThat(town.count("consent where member_id = ?", member.id())).isZero();
        assertThat(invitations.look(town.id(), account, "wrong", town.now()).invitationId())
                .isEqualTo(Optional.empty());
    }
}
