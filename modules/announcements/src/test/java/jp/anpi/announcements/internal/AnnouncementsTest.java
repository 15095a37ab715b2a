package jp.anpi.announcements.internal;

import static jp.anpi.announcements.AnnouncementTransition.APPROVED;
import static jp.anpi.announcements.AnnouncementTransition.SENT_BACK;
import static jp.anpi.announcements.AnnouncementTransition.SUBMITTED;
import static jp.anpi.announcements.AnnouncementTransition.WITHDRAWN;
import static jp.anpi.announcements.internal.Place.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.announcements.MessageTemplates.Kept;
import jp.anpi.announcements.Reach;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import org.junit.jupiter.api.Test;

/** Writing, approving and taking back. */
class AnnouncementsTest {

    private static final AnnouncementDraft DRAFT = Place.draft(new Audience.Everyone());

    private final Place place = new Place();
    private final long written = place.announcements(all -> all.write(place.officer, DRAFT, NOON));

    @Test
    void what_was_written_is_read_as_it_was() {
        AnnouncementDraft full = new AnnouncementDraft(
                "お茶会",
                "来てください。\n公民館です。",
                Optional.of("きて ください。"),
                new Audience.InTeam(team()),
                true,
                Optional.of(NOON.plus(Duration.ofDays(1))),
                Optional.of(NOON.plus(Duration.ofDays(2))));

        long id = place.announcements(all -> all.write(place.officer, full, NOON));

        assertThat(place.look(id).draft()).isEqualTo(full);
        List<Announcement> latest = place.announcements(
                all -> all.list(place.officer, EnumSet.of(AnnouncementState.DRAFT), OptionalLong.empty(), 1));
        assertThat(latest).extracting(Announcement::id).containsExactly(id);
    }

    @Test
    void nobody_releases_what_is_for_a_team_that_has_ended() {
        long team = place.team();
        AnnouncementDraft draft = Place.draft(new Audience.InTeam(team));
        long fresh = place.announcements(all -> all.write(place.officer, draft, NOON));
        long waiting = place.announcements(all -> all.write(place.officer, draft, NOON));
        place.decide(all -> all.submit(place.officer, waiting, 0, NOON));
        place.sql("update team set ended_at = '2026-11-20 00:00+09' where id = ?", team);

        assertThat(place.decide(all -> all.submit(place.officer, fresh, 0, NOON)))
                .isEqualTo(Decision.TEAM_GONE);
        assertThat(place.decide(all -> all.sendInEmergency(place.officer, fresh, 0, "川", NOON)))
                .isEqualTo(Decision.TEAM_GONE);
        assertThat(place.decide(all -> all.approve(place.chief, waiting, 1, NOON)))
                .isEqualTo(Decision.TEAM_GONE);
        assertThat(place.decide(all -> all.sendBack(place.chief, waiting, 1, "相手", NOON)))
                .isEqualTo(Decision.DONE);
        place.sql("update team set ended_at = null where id = ?", team);
        assertThat(place.decide(all -> all.submit(place.officer, fresh, 0, NOON)))
                .isEqualTo(Decision.DONE);
    }

    /** Whoever was writing when the team ended loses nothing of it, and it is not released by mistake. */
    @Test
    void what_is_edited_while_its_team_ends_is_kept_as_it_was_typed_and_for_nobody_until_chosen_anew() {
        long team = place.team();
        Audience ofTeam = new Audience.InTeam(team);
        long draft = place.announcements(all -> all.write(place.officer, Place.draft(ofTeam), NOON));
        place.sql("update team set ended_at = '2026-11-20 00:00+09' where id = ?", team);
        AnnouncementDraft typed = new AnnouncementDraft(
                "花見", "公民館の庭で。", Optional.empty(), ofTeam, false, Optional.empty(), Optional.empty());

        assertThat(place.decide(all -> all.edit(place.officer, draft, 0, typed, NOON)))
                .isEqualTo(Decision.DONE);

        assertThat(place.look(draft).draft()).isEqualTo(typed);
        assertThat(place.decide(all -> all.submit(place.officer, draft, 1, NOON)))
                .isEqualTo(Decision.TEAM_GONE);
        assertThat(place.look(draft).state()).isEqualTo(AnnouncementState.DRAFT);
        place.decide(all -> all.edit(place.officer, draft, 1, DRAFT, NOON));
        assertThat(place.decide(all -> all.submit(place.officer, draft, 2, NOON)))
                .isEqualTo(Decision.DONE);
    }

    @Test
    void only_a_second_person_can_approve() {
        submit(0);

        assertThat(place.decide(all -> all.approve(place.officer, written, 1, NOON)))
                .isEqualTo(Decision.SAME_PERSON);
        assertThat(place.look(written).state()).isEqualTo(AnnouncementState.WAITING_FOR_APPROVAL);
        assertThat(place.decide(all -> all.approve(place.chief, written, 1, NOON)))
                .isEqualTo(Decision.DONE);
        assertThat(place.look(written))
                .matches(it -> it.state() == AnnouncementState.SCHEDULED
                        && it.approvedBy().equals(Optional.of((long) place.chief.staffId())));
    }

    @Test
    void who_edited_it_last_is_not_a_second_person() {
        place.announcements(all -> all.edit(place.chief, written, 0, DRAFT, NOON));
        submit(1);

        assertThat(place.decide(all -> all.approve(place.chief, written, 2, NOON)))
                .isEqualTo(Decision.SAME_PERSON);
    }

    @Test
    void an_organization_may_do_without_a_second_person() {
        rule(new AnnouncementRule(false, true));

        assertThat(submit(0)).isEqualTo(Decision.DONE);
        assertThat(place.look(written).state()).isEqualTo(AnnouncementState.SCHEDULED);
        Place elsewhere = new Place();
        assertThat(elsewhere.<AnnouncementRule>announcements(all -> all.rule(elsewhere.officer)))
                .isEqualTo(AnnouncementRule.USUAL);
    }

    /** A lone officer at night: at once, whatever was planned, with a reason, and seen by everybody. */
    @Test
    void in_an_emergency_one_person_sends_at_once_and_says_why() {
        AnnouncementDraft planned = new AnnouncementDraft(
                "避難",
                "高い所へ。",
                Optional.empty(),
                new Audience.Everyone(),
                false,
                Optional.of(NOON.plus(Duration.ofDays(1))),
                Optional.empty());
        long id = place.announcements(all -> all.write(place.officer, planned, NOON));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> place.decide(all -> all.sendInEmergency(place.officer, id, 0, " ", NOON)));
        assertThat(place.decide(all -> all.sendInEmergency(place.officer, id, 0, "川があふれた", NOON)))
                .isEqualTo(Decision.DONE);

        assertThat(place.look(id))
                .matches(it -> it.state() == AnnouncementState.SCHEDULED
                        && it.emergency()
                        && it.approvedBy().isEmpty());
        assertThat(place.slice(NOON)).as("does not wait until tomorrow").isTrue();
        assertThat(place.log)
                .anyMatch(entry -> entry.action().equals("ANNOUNCEMENT_RELEASED_IN_EMERGENCY")
                        && entry.note().equals(Optional.of("川があふれた")));
    }

    @Test
    void an_organization_may_forbid_to_send_alone() {
        rule(new AnnouncementRule(true, false));

        assertThat(place.decide(all -> all.sendInEmergency(place.officer, written, 0, "急ぎ", NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
        assertThat(place.look(written).state()).isEqualTo(AnnouncementState.DRAFT);
    }

    @Test
    void whatever_somebody_does_stands_in_the_audit_log() {
        place.announcements(all -> all.edit(place.officer, written, 0, DRAFT, NOON));
        place.announcements(all -> all.submit(place.officer, written, 1, NOON));
        place.announcements(all -> all.approve(place.chief, written, 2, NOON));
        place.announcements(all -> all.stop(place.officer, written, NOON));

        assertThat(place.log)
                .extracting(AuditLog.Entry::action)
                .containsExactly(
                        "ANNOUNCEMENT_WRITTEN",
                        "ANNOUNCEMENT_EDITED",
                        "ANNOUNCEMENT_SUBMITTED",
                        "ANNOUNCEMENT_APPROVED",
                        "ANNOUNCEMENT_HALTED");
        assertThat(place.log).allMatch(entry -> entry.about().equals(Optional.of("announcement " + written)));
    }

    private void rule(AnnouncementRule rule) {
        StaffCaller administrator =
                new StaffCaller(13, place.id, "staff-13", "管理", StaffRole.SYSTEM_ADMINISTRATOR, "192.0.2.1");
        place.use(beans -> beans.get(AnnouncementsBean.class).setRule(administrator, rule, NOON));
    }

    @Test
    void nobody_overwrites_or_approves_what_they_have_not_seen() {
        place.announcements(all -> all.edit(place.officer, written, 0, DRAFT, NOON));

        assertThat(place.decide(all -> all.edit(place.chief, written, 0, DRAFT, NOON)))
                .isEqualTo(Decision.CHANGED_MEANWHILE);
        assertThat(submit(0)).isEqualTo(Decision.CHANGED_MEANWHILE);
        assertThat(submit(1)).isEqualTo(Decision.DONE);
        assertThat(place.decide(all -> all.edit(place.chief, written, 2, DRAFT, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
    }

    @Test
    void what_was_sent_back_or_withdrawn_needs_approval_anew() {
        submit(0);
        place.announcements(all -> all.sendBack(place.chief, written, 1, "日付を", NOON));
        submit(2);
        place.announcements(all -> all.approve(place.chief, written, 3, NOON));
        place.announcements(all -> all.withdraw(place.officer, written, NOON));

        assertThat(place.look(written))
                .matches(it -> it.state() == AnnouncementState.DRAFT
                        && it.approvedBy().isEmpty()
                        && it.submittedBy().isEmpty());
        assertThat(place.slice(NOON)).isFalse();
        List<AnnouncementMove> history = place.announcements(all -> all.history(place.officer, written));
        assertThat(history)
                .extracting(AnnouncementMove::transition)
                .containsExactly(SUBMITTED, SENT_BACK, SUBMITTED, APPROVED, WITHDRAWN);
        assertThat(history.get(1))
                .isEqualTo(new AnnouncementMove(
                        NOON,
                        SENT_BACK,
                        Optional.of((long) place.chief.staffId()),
                        Optional.empty(),
                        Optional.of("日付を")));
    }

    @Test
    void another_organization_finds_and_moves_nothing() {
        Place other = new Place();

        assertThat(other.find(written)).isEmpty();
        assertThat(other.decide(all -> all.submit(other.officer, written, 0, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
        assertThat(other.decide(all -> all.discard(other.officer, written, 0, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
        assertThat(place.look(written).version()).isZero();
    }

    @Test
    void a_draft_can_be_thrown_away_and_nothing_else() {
        submit(0);
        assertThat(place.decide(all -> all.discard(place.officer, written, 1, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
        place.announcements(all -> all.sendBack(place.chief, written, 1, "いらない", NOON));

        assertThat(place.decide(all -> all.discard(place.officer, written, 2, NOON)))
                .isEqualTo(Decision.DONE);
        assertThat(place.find(written)).isEmpty();
    }

    /** E-9: the reserve for alerts is no room for announcements. */
    @Test
    void the_cost_is_known_before() {
        place.members(10);
        place.sql(
                "insert into message_quota (organization_id, monthly_limit, used, reported, read_at, sent, follow_ups,"
                        + " next_read_at) values (?, 100, 85, 85, '2026-11-22 11:00+09', 0, 10, '2026-11-22 12:30+09')",
                place.id);

        Reach reach = place.announcements(all -> all.reach(place.officer, new Audience.Everyone(), false, NOON));

        assertThat(reach.people()).isEqualTo(10);
        assertThat(reach.quota().orElseThrow().remaining()).hasValue(15);
        assertThat(reach.fits()).as("15 are left, 10 are kept for alerts").isFalse();
    }

    @Test
    void a_template_is_kept_under_its_name() {
        MessageTemplate old = new MessageTemplate("訓練", "防災訓練", "日曜です。", Optional.empty());
        MessageTemplate changed = new MessageTemplate("訓練", "防災訓練", "土曜です。", Optional.of("どようび。"));
        place.use(beans -> beans.get(MessageTemplates.class).keep(place.officer, old, NOON));
        place.use(beans -> beans.get(MessageTemplates.class).keep(place.chief, changed, NOON));

        assertThat(templates()).extracting(Kept::template).containsExactly(changed);
        long kept = templates().get(0).id();
        place.use(beans -> assertThat(beans.get(MessageTemplates.class).remove(new Place().officer, kept, NOON))
                .isFalse());
        place.use(beans -> assertThat(beans.get(MessageTemplates.class).remove(place.officer, kept, NOON))
                .isTrue());
        assertThat(templates()).isEmpty();
    }

    private List<Kept> templates() {
        return place.in(beans -> beans.get(MessageTemplates.class).all(place.officer));
    }

    private Decision submit(int version) {
        return place.announcements(all -> all.submit(place.officer, written, version, NOON));
    }

    private long team() {
        place.sql(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', '2026-11-01 00:00+09')",
                place.id);
        return place.count("select max(id) from team where organization_id = ?", place.id);
    }
}
