package jp.anpi.resident.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsTest {

    @Test
    void whoever_only_reads_may_go_anywhere() {
        assertThat(List.of("/", "/my/", "/health/live", "/assets/x", "/line/webhook"))
                .allMatch(path -> Methods.allow("GET", path) && Methods.allow("HEAD", path));
    }

    @Test
    void a_form_may_be_sent_to_the_pages_that_have_one() {
        assertThat(Methods.allow("POST", "/my/away.xhtml")).isTrue();
        assertThat(List.of("/", "/index.xhtml", "/health/live", "/metrics", "/myth/", "/line/webhookx"))
                .noneMatch(path -> Methods.allow("POST", path));
        assertThat(Methods.allowed("/my/")).contains("POST");
        assertThat(Methods.allowed("/")).doesNotContain("POST");
    }

    @Test
    void nothing_else_is_done_to_a_page() {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "")) {
            assertThat(Methods.allow(method, "/my/")).as(method).isFalse();
        }
    }

    @Test
    void servlets_that_answer_for_themselves_are_asked() {
        assertThat(List.of("/line/webhook", "/line/webhook/main", "/my/open/x", "/dev/clock/advance"))
                .allMatch(path -> Methods.allow("PUT", path) && Methods.allow("POST", path));
    }
}
