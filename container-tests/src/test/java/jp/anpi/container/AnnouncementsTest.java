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
import jp.anpi.line.AnnouncementPreview;
import org.junit.jupiter.api.Test;

/** The use cases of announcements over the product's own data source and in its transactions. */
class AnnouncementsTest extends InContainer {

    private static final long OFFICER = 11;
    private static final long CHIEF = 12;

    @Inject
    private Announcements announcements;

    @Inject
    private MessageTemplates templates;

    @Inject
    private AnnouncementPreview preview;

    @Test
    void an_announcement_is_written_counted_approved_and_withdrawn() {
        int organization = town.id();
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
        assertThat(announcements
                        .reach(organization, draft.audience(), false, now)
                        .people())
                .isNotNegative();
        long id = announcements.write(organization, draft, OFFICER, now);
        assertThat(announcements.edit(organization, id, 0, draft, OFFICER, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.submit(organization, id, 1, OFFICER, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.approve(organization, id, 2, OFFICER, now)).isEqualTo(Decision.SAME_PERSON);
        assertThat(announcements.approve(organization, id, 2, CHIEF, now)).isEqualTo(Decision.DONE);
        assertThat(announcements.withdraw(organization, id, CHIEF, now)).isEqualTo(Decision.DONE);

        assertThat(announcements.byId(organization, id).orElseThrow().state()).isEqualTo(AnnouncementState.DRAFT);
        assertThat(announcements.byId(organization, id).orElseThrow().draft()).isEqualTo(draft);
        assertThat(announcements.history(organization, id)).hasSize(3);
        assertThat(announcements.discard(organization, id, 4)).isEqualTo(Decision.DONE);
    }

    @Test
    void a_template_is_kept() {
        MessageTemplate template = new MessageTemplate("訓練", "防災訓練", "日曜です。", Optional.empty());

        templates.keep(town.id(), template, OFFICER, town.now());

        assertThat(templates.all(town.id())).containsExactly(template);
        templates.remove(town.id(), "訓練");
    }
}
