package jp.anpi.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementDraftTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    @Test
    void what_no_phone_can_show_is_refused() {
        for (String text : List.of("", " \n ", "a\u0000", "a\uE000", "\uD800", "あ".repeat(1_501))) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> draft("題", text));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> draft("二\n行", "本文"));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("あ".repeat(41), "本文"));
    }

    @Test
    void strange_but_honest_texts_are_kept_as_they_are() {
        String text = "髙橋さん、𠮷野家前。\n=1+1 <b>&amp;{0} 👵🏽 葛\uDB40\uDD00";

        assertThat(draft("題", text).body()).isEqualTo(text);
        assertThat(draft("題", "一行\r\n二行\n").body()).isEqualTo("一行\n二行");
    }

    @Test
    void nothing_is_planned_for_when_it_is_of_no_use_any_more() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnnouncementDraft(
                        "題",
                        "本文",
                        Optional.empty(),
                        new Audience.Everyone(),
                        false,
                        Optional.of(NOON),
                        Optional.of(NOON)));
    }

    private static AnnouncementDraft draft(String title, String body) {
        return new AnnouncementDraft(
                title, body, Optional.of(" "), new Audience.Everyone(), false, Optional.empty(), Optional.empty());
    }
}
