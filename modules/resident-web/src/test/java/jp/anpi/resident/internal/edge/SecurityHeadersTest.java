package jp.anpi.resident.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    private final SecurityHeaders plain = new SecurityHeaders(false);

    @Test
    void a_page_may_load_nothing_foreign_and_run_nothing() {
        assertThat(plain.of("/my/").get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("script-src", "unsafe", "http", "data:");
        assertThat(plain.of("/my/"))
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .hasEntrySatisfying(
                        "Permissions-Policy", policy -> assertThat(policy).contains("camera=()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/my/", "/my/open/abc", "/my/invitation"})
    void nothing_personal_stays_in_a_cache(String path) {
        assertThat(plain.of(path)).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void a_style_sheet_may_stay_in_a_cache() {
        assertThat(plain.of("/assets/resident.css")).doesNotContainKey("Cache-Control");
        assertThat(plain.of("/mystery")).doesNotContainKey("Cache-Control");
    }

    @Test
    void encryption_is_insisted_on_only_where_there_is_some() {
        assertThat(plain.of("/my/")).doesNotContainKey("Strict-Transport-Security");
        assertThat(new SecurityHeaders(true).of("/my/")).containsKey("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/line/webhook", "/line/webhook/main", "/health", "/health/ready", "/metrics"})
    void machines_get_none(String path) {
        assertThat(new SecurityHeaders(true).of(path)).isEmpty();
    }
}
