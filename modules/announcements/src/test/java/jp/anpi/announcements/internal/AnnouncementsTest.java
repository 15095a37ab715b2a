package jp.anpi.announcements.internal;

import static jp.anpi.announcements.AnnouncementTransition.APPROVED;
import static jp.anpi.announcements.AnnouncementTransition.SENT_BACK;
import static jp.anpi.announcements.AnnouncementTransition.SUBMITTED;
import static jp.anpi.announcements.AnnouncementTransition.WITHDRAWN;
import static jp.anpi.announcements.internal.Place.CHIEF;
import static jp.anpi.announcements.internal.Place.NOON;
import static jp.anpi.announcements.internal.Place.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.announcements.Reach;
import org.junit.jupiter.api.Test;

/** Writing, approving and taking back. */
class AnnouncementsTest {

    private static final AnnouncementDraft DRAFT = Place.draft(new Audience.Everyone());

    private final Place place = new Place();
    private final long written = place.announcements(all -> all.write(place.id, DRAFT, OFFICER, NOON));

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

        long id = place.announcements(all -> all.write(place.id, full, OFFICER, NOON));

        assertThat(place.look(id).draft()).isEqualTo(full);
        List<Announcement> latest = place.announcements(all -> all.latest(place.id, 1));
        assertThat(latest).extracting(Announcement::id).containsExactly(id);
    }

    @Test
    void only_a_second_person_can_approve() {
        submit(0);

        assertThat(place.decide(all -> all.approve(place.id, written, 1, OFFICER, NOON)))
                .isEqualTo(Decision.SAME_PERSON);
        assertThat(place.look(written).state()).isEqualTo(AnnouncementState.WAITING_FOR_APPROVAL);
        assertThat(place.decide(all -> all.approve(place.id, written, 1, CHIEF, NOON)))
                .isEqualTo(Decision.DONE);
        assertThat(place.look(written))
                .matches(it -> it.state() == AnnouncementState.SCHEDULED
                        && it.approvedBy().equals(Optional.of(CHIEF)));
    }

    @Test
    void who_edited_it_last_is_not_a_second_person() {
        place.announcements(all -> all.edit(place.id, written, 0, DRAFT, CHIEF, NOON));
        submit(1);

        assertThat(place.decide(all -> all.approve(place.id, written, 2, CHIEF, NOON)))
                .isEqualTo(Decision.SAME_PERSON);
    }

    @Test
    void an_organization_may_do_without_a_second_person() {
        place.use(beans -> beans.get(AnnouncementsBean.class).needApproval(place.id, false));

        assertThat(submit(0)).isEqualTo(Decision.DONE);
        assertThat(place.look(written).state()).isEqualTo(AnnouncementState.SCHEDULED);
        boolean elsewhere = place.announcements(all -> all.approvalNeeded(new Place().id));
        assertThat(elsewhere).isTrue();
    }

    @Test
    void nobody_overwrites_or_approves_what_they_have_not_seen() {
        place.announcements(all -> all.edit(place.id, written, 0, DRAFT, OFFICER, NOON));

        assertThat(place.decide(all -> all.edit(place.id, written, 0, DRAFT, CHIEF, NOON)))
                .isEqualTo(Decision.CHANGED_MEANWHILE);
        assertThat(submit(0)).isEqualTo(Decision.CHANGED_MEANWHILE);
        assertThat(submit(1)).isEqualTo(Decision.DONE);
        assertThat(place.decide(all -> all.edit(place.id, written, 2, DRAFT, CHIEF, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
    }

    @Test
    void what_was_sent_back_or_withdrawn_needs_approval_anew() {
        submit(0);
        place.announcements(all -> all.sendBack(place.id, written, 1, "日付を", CHIEF, NOON));
        submit(2);
        place.announcements(all -> all.approve(place.id, written, 3, CHIEF, NOON));
        place.announcements(all -> all.withdraw(place.id, written, OFFICER, NOON));

        assertThat(place.look(written))
                .matches(it -> it.state() == AnnouncementState.DRAFT
                        && it.approvedBy().isEmpty()
                        && it.submittedBy().isEmpty());
        assertThat(place.slice(NOON)).isFalse();
        List<AnnouncementMove> history = place.announcements(all -> all.history(place.id, written));
        assertThat(history)
                .extracting(AnnouncementMove::transition)
                .containsExactly(SUBMITTED, SENT_BACK, SUBMITTED, APPROVED, WITHDRAWN);
        assertThat(history.get(1))
                .isEqualTo(new AnnouncementMove(NOON, SENT_BACK, Optional.of(CHIEF), Optional.of("日付を")));
    }

    @Test
    void another_organization_finds_and_moves_nothing() {
        Place other = new Place();

        assertThat(other.find(written)).isEmpty();
        assertThat(other.decide(all -> all.submit(other.id, written, 0, OFFICER, NOON)))
                .isEqualTo(Decision.NOT_POSSIBLE);
        assertThat(other.decide(all -> all.discard(other.id, written, 0))).isEqualTo(Decision.NOT_POSSIBLE);
        assertThat(place.look(written).version()).isZero();
    }

    @Test
    void a_draft_can_be_thrown_away_and_nothing_else() {
        submit(0);
        assertThat(place.decide(all -> all.discard(place.id, written, 1))).isEqualTo(Decision.NOT_POSSIBLE);
        place.announcements(all -> all.sendBack(place.id, written, 1, "いらない", CHIEF, NOON));

        assertThat(place.decide(all -> all.discard(place.id, written, 2))).isEqualTo(Decision.DONE);
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

        Reach reach = place.announcements(all -> all.reach(place.id, new Audience.Everyone(), false, NOON));

        assertThat(reach.people()).isEqualTo(10);
        assertThat(reach.quota().orElseThrow().remaining()).hasValue(15);
        assertThat(reach.fits()).as("15 are left, 10 are kept for alerts").isFalse();
    }

    @Test
    void a_template_is_kept_under_its_name() {
        MessageTemplate old = new MessageTemplate("訓練", "防災訓練", "日曜です。", Optional.empty());
        MessageTemplate changed = new MessageTemplate("訓練", "防災訓練", "土曜です。", Optional.of("どようび。"));
        place.use(beans -> beans.get(MessageTemplates.class).keep(place.id, old, OFFICER, NOON));
        place.use(beans -> beans.get(MessageTemplates.class).keep(place.id, changed, CHIEF, NOON));

        assertThat(templates()).containsExactly(changed);
        place.use(beans -> beans.get(MessageTemplates.class).remove(place.id, "訓練"));
        assertThat(templates()).isEmpty();
    }

    private List<MessageTemplate> templates() {
        return place.in(beans -> beans.get(MessageTemplates.class).all(place.id));
    }

    private Decision submit(int version) {
        return place.announcements(all -> all.submit(place.id, written, version, OFFICER, NOON));
    }

    private long team() {
        place.sql(
                "insert into team (organization_id, kind, name, created_at) values (?, 'AREA', '北', '2026-11-01 00:00+09')",
                place.id);
        return place.count("select max(id) from team where organization_id = ?", place.id);
    }
}
