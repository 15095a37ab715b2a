package jp.anpi.line.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.TextMessage;
import java.util.List;
import java.util.Map;
import jp.anpi.announcements.MessageKinds;
import jp.anpi.line.internal.channel.Fakes;
import org.junit.jupiter.api.Test;

class BulletinsTest {

    /** what staff wrote, with its line breaks, and the easy version in a bubble of its own. */
    @Test
    void an_announcement_is_two_plain_texts_in_one_message() {
        List<Message> messages = Fakes.renderer()
                .render(Fakes.message(MessageKinds.ANNOUNCEMENT, Map.of("announcement", "12"), 1L))
                .orElseThrow();

        assertThat(messages)
                .extracting(message -> ((TextMessage) message).text())
                .containsExactly("【防災訓練】\n日曜の10時です。\n公民館に来てください。", "（やさしい にほんご）\nにちようび、10じ。");
    }
}
