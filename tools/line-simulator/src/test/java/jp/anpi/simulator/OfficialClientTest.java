package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.PushMessageResponse;
import com.linecorp.bot.parser.LineSignatureValidator;
import com.linecorp.bot.parser.WebhookParser;
import com.linecorp.bot.webhook.model.CallbackRequest;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.MessageEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** LINE's own client library and the platform understand each other. */
class OfficialClientTest extends SimulatorTest {

    @Test
    void the_official_client_sends_flex_and_reads_the_409_of_a_retry() throws Exception {
        Phone sakura = friend("さくら");
        MessagingApiClient client = MessagingApiClient.builder(
                        () -> simulator.options().channelAccessToken())
                .apiEndPoint(URI.create(simulator.url() + "/"))
                .usingDefaultLogger(false)
                .build();
        PushMessageRequest request = new PushMessageRequest.Builder(sakura.userId(), List.of(question())).build();
        UUID key = UUID.randomUUID();

        Result<PushMessageResponse> first = client.pushMessage(key, request).get();
        assertThat(first.requestId()).isNotBlank();
        assertThat(sakura.received().get(0).labels()).containsExactly("OK");

        Throwable again = catchThrowable(() -> client.pushMessage(key, request).get());
        assertThat(again).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(MessagingApiClientException.class);
        MessagingApiClientException cause = (MessagingApiClientException) again.getCause();
        assertThat(cause.getCode()).isEqualTo(409);
        assertThat(cause.getError()).isEqualTo("The retry key is already accepted");
        assertThat(cause.getHeader("x-line-accepted-request-id")).isEqualTo(first.requestId());
        assertThat(cause.getSentMessages().get(0).id())
                .isEqualTo(first.body().sentMessages().get(0).id());
    }

    @Test
    void the_official_parser_reads_the_webhooks() throws Exception {
        friend("さくら").type("おはよう");
        WebhookParser parser = new WebhookParser(
                new LineSignatureValidator(simulator.options().channelSecret().getBytes(StandardCharsets.UTF_8)));

        assertThat(parsed(parser, 0).events().get(0)).isInstanceOf(FollowEvent.class);
        assertThat(parsed(parser, 1).events().get(0)).isInstanceOf(MessageEvent.class);
    }

    private CallbackRequest parsed(WebhookParser parser, int number) throws Exception {
        StubProduct.Webhook webhook = product.webhooks().get(number);
        return parser.handle(webhook.signature(), webhook.body());
    }

    private static FlexMessage question() {
        FlexButton ok = new FlexButton.Builder(new PostbackAction.Builder()
                        .label("OK")
                        .data("ok")
                        .displayText("OK")
                        .build())
                .style(FlexButton.Style.PRIMARY)
                .build();
        FlexText words =
                new FlexText.Builder().text("お元気ですか").wrap(true).size("xl").build();
        FlexBox box = new FlexBox.Builder(FlexBox.Layout.VERTICAL, List.of(words, ok)).build();
        return new FlexMessage.Builder(
                        "お元気ですか", new FlexBubble.Builder().body(box).build())
                .build();
    }
}
