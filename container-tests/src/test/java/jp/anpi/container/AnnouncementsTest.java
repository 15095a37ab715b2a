package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.CheckInStanding;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.announcements.MessageTemplates.Kept;
import jp.anpi.line.AnnouncementPreview;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import org.junit.jupiter.api.Test;

/** The use cases of announcements over the product's own data source and in its transactions. */
class AnnouncementsTest extends InContainer {

    @Inject
    private Announcements announcements;

    @Inject
    private MessageTemplates templates;

    @Inject
    private AnnouncementPreview preview;

    @Test
    void an_announcement_is_written_counted_approved_and_withdrawn() {
        StaffCaller officer = caller(11);
        StaffCaller chief = caller(12);
        Instant now = town.now().truncatedTo(ChronoUnit.SECONDS);
        AnnouncementDraft draft = new AnnouncementDraft(
                "お茶会",
                "来てください。",
                Optional.of("きて ください。"),
                new Audience.WithCheckIn(CheckInStanding.UNANSWERED),
                false,
                Optional.of(now.plus(Duration.ofDays(300))),
                Optional.empty());

        assertThat(preview.bubbles(draft)).containsExactly("【お茶会】\n来てください。", "（やさしい にほんご）\nきて ください。");
        assertThat(announcements.reach(officer, draft.audience(), false, now).people())
                .isNotNegative();
        long id = announcements.write(officer, draft, now);
        assertThat(announcements.edit(officer, id, 0, draft, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.submit(officer, id, 1, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.approve(officer, id, 2, now)).isEqualTo(Decision.SAME_PERSON);
        assertThat(announcements.approve(chief, id, 2, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.withdraw(chief, id, now)).isEqualTo(Decision.DONE);

        assertThat(announcements.look(officer, id).orElseThrow().state()).isEqualTo(AnnouncementState.DRAFT);
        assertThat(announcements.look(officer, id).orElseThrow().draft()).isEqualTo(draft);
        assertThat(announcements.history(officer, id)).hasSize(3);
        assertThat(announcements.discard(officer, id, 4, now)).isEqualTo(Decision.DONE);
    }

    @Test
    void a_template_is_kept() {
        MessageTemplate template = new MessageTemplate("訓練", "防災訓練", "日曜です。", Optional.empty());

        templates.keep(caller(11), template, town.now());

        assertThat(templates.all(caller(11))).extracting(Kept::template).containsExactly(template);
        templates.remove(caller(11), templates.all(caller(11)).get(0).id(), town.now());
    }

    private StaffCaller caller(int staff) {
        return new StaffCaller(staff, town.id(), "staff-" + staff, "職員", StaffRole.OFFICER, "192.0.2.1");
    }
}
