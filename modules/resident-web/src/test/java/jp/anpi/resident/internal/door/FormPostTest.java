package jp.anpi.resident.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPostTest {

    private static final URI PUBLIC = URI.create("https://anpi.example");

    @Test
    void a_form_prints_without_the_state_of_its_view() {
        FormPost post = new FormPost(Optional.empty(), Optional.empty(), "anpi.example", Optional.of("1:2"));

        assertThat(post.toString()).doesNotContain("1:2");
    }

    @Test
    void a_form_of_our_own_is_taken() {
        assertThat(post("same-origin", "null", "1:2")).isTrue();
        assertThat(post(null, "https://anpi.example", "1:2")).isTrue();
        assertThat(post(null, "http://10.0.0.5:8080", "1:2")).isTrue();
    }

    @Test
    void an_older_phone_says_nothing_and_is_left_to_the_state_of_the_view() {
        assertThat(post(null, null, "1:2")).isTrue();
        assertThat(post(null, "null", "1:2")).isTrue();
        assertThat(post(null, null, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void another_site_is_refused_even_with_a_state(String fetchSite) {
        assertThat(post(fetchSite, "https://anpi.example", "1:2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://anpi.example.evil.example",
                "https://anpi.example:444",
                "not an origin"
            })
    void another_origin_is_refused_even_with_a_state(String origin) {
        assertThat(post(null, origin, "1:2")).isFalse();
    }

    private static boolean post(String fetchSite, String origin, String viewState) {
        return new FormPost(
                        Optional.ofNullable(fetchSite),
                        Optional.ofNullable(origin),
                        "10.0.0.5:8080",
                        Optional.ofNullable(viewState))
                .fromOwnPage(PUBLIC);
    }
}
