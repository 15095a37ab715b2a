package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings.LineSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficialAccountTest {

    private final ManualClock clock = new ManualClock(Fakes.NOON);
    private StubLine line;
    private LineConnections connections;

    @BeforeEach
    void open() throws IOException {
        line = new StubLine();
        connections = line.connections();
    }

    @AfterEach
    void close() {
        connections.close();
        line.close();
    }

    @Test
    void the_id_of_the_settings_needs_no_question() {
        LineSettings told = new LineSettings(
                line.address(),
                line.address(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("@told"));

        assertThat(new KnownLineAccounts(organization -> told, connections, clock).basicId(1))
                .contains("@told");
        assertThat(line.calls()).isEmpty();
    }

    @Test
    void the_id_is_asked_of_line_once() {
        line.answers("GET /v2/bot/info", StubLine.json(200, "{\"userId\":\"U1\",\"basicId\":\"@asked\"}"));
        LineAccounts accounts = new KnownLineAccounts(organization -> line.settings(), connections, clock);

        assertThat(accounts.basicId(1)).contains("@asked");
        assertThat(accounts.basicId(1)).contains("@asked");
        assertThat(line.calls()).hasSize(1);
    }

    @Test
    void a_silent_line_is_asked_again_only_after_a_while() {
        line.answers(StubLine.json(500, "{}"));
        LineAccounts accounts = new KnownLineAccounts(organization -> line.settings(), connections, clock);

        assertThat(accounts.basicId(1)).isEmpty();
        assertThat(accounts.basicId(1)).isEmpty();
        assertThat(line.calls()).hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        line.answers(StubLine.json(200, "{\"basicId\":\"@later\"}"));
        assertThat(accounts.basicId(1)).contains("@later");
    }

    @Test
    void an_invitation_opens_the_chat_with_its_text_in_it() {
        assertThat(OfficialAccountLinks.invitationLink("@anpi", "招待 AB-12+3 & more"))
                .isEqualTo(URI.create(
                        "https://line.me/R/oaMessage/%40anpi/?" + "%E6%8B%9B%E5%BE%85%20AB-12%2B3%20%26%20more"));
    }

    @Test
    void the_account_is_added_under_its_encoded_id() {
        assertThat(OfficialAccountLinks.addFriend("@anpi")).hasToString("https://line.me/R/ti/p/%40anpi");
    }
}
