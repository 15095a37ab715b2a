package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void tells_what_is_missing_to_speak_with_line_although_it_is_ready() {
        Readiness readiness = Readiness.of(
                200,
                "{\"status\":\"UP\",\"checks\":[{\"name\":\"ready\",\"status\":\"UP\",\"data\":{\"secondsLate\":0,"
                        + "\"missing\":\"anpi.line.channel-secret, anpi.line.channel-access-token\"}}]}");

        assertThat(readiness.words()).isEqualTo("ready");
        assertThat(readiness.missing()).contains("anpi.line.channel-secret, anpi.line.channel-access-token");
    }

    @Test
    void nothing_is_missing_where_nothing_is_said_to_be() {
        assertThat(Readiness.of(503, "{\"status\":\"DOWN\",\"checks\":[]}").missing())
                .isEmpty();
        assertThat(Readiness.of(503, "").words()).contains("503");
    }
}
