package jp.anpi.resident.internal.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookPathTest {

    @Test
    void the_short_path_means_the_first_organization() {
        assertThat(WebhookPath.organization(null)).contains("");
        assertThat(WebhookPath.organization("/")).contains("");
    }

    @Test
    void one_more_part_names_the_organization() {
        assertThat(WebhookPath.organization("/midori")).contains("midori");
    }

    @Test
    void further_parts_lead_nowhere() {
        assertThat(WebhookPath.organization("/midori/")).isEmpty();
        assertThat(WebhookPath.organization("/midori/x")).isEmpty();
        assertThat(WebhookPath.organization("//")).isEmpty();
    }
}
