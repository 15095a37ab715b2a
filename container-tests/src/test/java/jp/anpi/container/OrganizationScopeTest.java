package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.Role;
import jp.anpi.membership.Teams;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckIns;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the ids of one organization, every public interface finds and changes nothing in the name of another. */
class OrganizationScopeTest extends InContainer {

    @Inject
    private SecondOrganization secondOrganization;

    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @Inject
    private Teams teams;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private PageLinks pageLinks;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInHistory history;

    @Inject
    private Answers answers;

    @Inject
    private CheckIns checkIns;

    @Inject
    private WatcherActions watcherActions;

    @Inject
    private Jdbi jdbi;

    private int here;
    private int there;
    private Instant now;
    private Member watcher;
    private Member participant;
    private Subject subject;

    @BeforeEach
    void live_here() {
        here = town.id();
        there = secondOrganization.found(here);
        now = town.now();
        watcher = town.watcher();
        participant = town.watched(watcher);
        subject = Subject.participant(participant.id());
        schedules.set(here, subject, CheckInInterval.EVERY_7_DAYS, List.of(9), now);
    }

    @Test
    void members_are_neither_found_nor_changed() {
        assertThat(members.byId(there, participant.id())).isEmpty();
        assertThat(members.byLineUserId(there, participant.lineUserId())).isEmpty();
        assertThat(members.reachableLineUserIds(there, List.of(participant.id())))
                .isEmpty();
        Nickname name = Nickname.of("はな").orElseThrow();
        assertRefused(() -> members.rename(there, participant.id(), name));
        members.blocked(there, participant.lineUserId(), now);
        members.leave(there, participant.id(), now);

        assertThat(members.byId(here, participant.id())).contains(participant);
    }

    @Test
    void the_same_account_is_somebody_else() {
        Member other = members.register(there, participant.lineUserId(), Role.WATCHER, 1, now);

        assertThat(other.id()).isNotEqualTo(participant.id());
        members.leave(there, other.id(), now);
        assertThat(members.byId(here, participant.id())).contains(participant);
    }

    @Test
    void teams_and_links_are_not_seen() {
        assertThat(teams.of(there, participant.id())).isEmpty();
        assertThat(watchLinks.reachable(there, List.of(participant.id()))).isEmpty();
        assertThat(watchLinks.watchersOf(there, participant.id())).isEmpty();
        assertThat(watchLinks.watchedBy(there, watcher.id())).isEmpty();
    }

    @Test
    void invitations_open_nothing() {
        Issued invitation = town.invite(participant, Role.WATCHER, InvitationKind.SINGLE_USE);
        Member stranger = members.register(there, town.account(), Role.WATCHER, 1, now);

        assertThat(invitations
                        .look(there, stranger.lineUserId(), invitation.code(), now)
                        .standing())
                .isEqualTo(Standing.UNKNOWN);
        assertThat(invitations.accept(there, stranger.id(), invitation.invitationId(), Role.WATCHER, now))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(invitations.revoke(there, participant.id(), invitation.invitationId(), now))
                .isFalse();
        assertRefused(() -> invitations.accept(here, stranger.id(), invitation.invitationId(), Role.WATCHER, now));
        assertRefused(() ->
                invitations.issue(there, participant.id(), Optional.of(Role.WATCHER), InvitationKind.SINGLE_USE, now));
    }

    @Test
    void page_links_are_not_given() {
        assertRefused(() -> pageLinks.issue(there, participant.id(), Purpose.MY_PAGE, Optional.empty(), now));
    }

    @Test
    void schedules_are_neither_seen_nor_moved() {
        var before = schedules.of(here, subject, now);
        LocalDate today = now.atZone(ZoneId.of("Asia/Tokyo")).toLocalDate();

        assertThat(schedules.of(there, subject, now)).isEmpty();
        assertThat(schedules.pause(there, subject, today.plusDays(3), Optional.empty(), Actor.WATCHER, now))
                .isEmpty();
        assertThat(schedules.resume(there, subject, now)).isEmpty();
        assertThat(history.entries(there, subject, today.minusDays(7), today.plusDays(7)))
                .isEmpty();
        assertThat(history.signsOfLife(there, subject, today.minusDays(7), today.plusDays(7)))
                .isEmpty();
        assertThat(history.pauses(there, subject, today.minusDays(7), today.plusDays(7)))
                .isEmpty();

        assertThat(schedules.of(here, subject, now)).isEqualTo(before);
    }

    @Test
    void nobody_is_asked_in_the_name_of_another_organization() {
        assertRefused(() -> schedules.set(there, subject, CheckInInterval.EVERY_7_DAYS, List.of(9), now));

        assertThat(town.count("check_in_schedule where subject_id = ?", subject.id()))
                .isOne();
    }

    @Test
    void answers_are_nobody_s() {
        assertThat(answers.ok(there, subject, Source.BUTTON, now, now).met()).isEqualTo(Met.NOT_A_PARTICIPANT);
        assertThat(answers.needHelp(there, subject, Source.BUTTON, now, now)).isFalse();

        assertThat(schedules.of(here, subject, now).orElseThrow().lastOkAt()).isEmpty();
        assertThat(town.count("incident where subject_id = ?", participant.id()))
                .isZero();
    }

    @Test
    void alerts_and_check_ins_cannot_be_worked_on() {
        answers.needHelp(here, subject, Source.BUTTON, now, now);
        UUID alert = delivered();
        var checkIn = jdbi.withHandle(
                handle -> handle.select("select id, opened_at from check_in where subject_id = ?", participant.id())
                        .map((row, context) -> new OpenRow(
                                row.getLong("id"), row.getTimestamp("opened_at").toInstant()))
                        .one());

        assertThat(watcherActions.look(there, watcher.id(), alert, now)).isEmpty();
        assertThat(watcherActions.take(there, watcher.id(), alert, now)).isEmpty();
        assertThat(watcherActions.close(there, watcher.id(), alert, "訪ねた", now)).isEmpty();
        assertThat(checkIns.close(there, checkIn.id(), checkIn.openedAt(), Actor.WATCHER, now))
                .isFalse();

        assertThat(watcherActions.look(here, watcher.id(), alert, now)).hasValueSatisfying(view -> {
            assertThat(view.closed()).isFalse();
            assertThat(view.takenByMe()).isFalse();
        });
    }

    /** LINE is out of reach: as if it had taken the alert. */
    private UUID delivered() {
        return jdbi.withHandle(handle -> handle.createQuery("update alert_notice set state = 'ACCEPTED'"
                        + " where recipient_id = :watcher returning message_id")
                .bind("watcher", watcher.id())
                .mapTo(UUID.class)
                .one());
    }

    private record OpenRow(long id, Instant openedAt) {}

    /** A container wraps what a session bean throws. */
    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).rootCause().isInstanceOf(IllegalArgumentException.class);
    }
}
