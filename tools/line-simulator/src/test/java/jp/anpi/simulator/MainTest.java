package jp.anpi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void every_option_of_the_command_line_is_taken() {
        SimulatorOptions options = Main.parse(
                "--port",
                "9090",
                "--webhook-url",
                "http://localhost:8080/line/webhook",
                "--channel-secret",
                "s",
                "--channel-access-token",
                "t",
                "--basic-id",
                "@x",
                "--product-url",
                "http://localhost:8080");

        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.webhookUrl()).contains(URI.create("http://localhost:8080/line/webhook"));
        assertThat(options.productUrl()).contains(URI.create("http://localhost:8080"));
        assertThat(options.channelSecret()).isEqualTo("s");
        assertThat(options.channelAccessToken()).isEqualTo("t");
        assertThat(options.basicId()).isEqualTo("@x");
    }

    @Test
    void a_wrong_option_is_named() {
        assertThatThrownBy(() -> Main.parse("--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> Main.parse("--port", "many"))
                .hasMessageContaining("--port")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> Main.parse("--port")).hasMessageContaining("needs a value");
    }
}
