package jp.anpi.resident.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import jp.anpi.membership.PageLinks.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_link_leads_to_a_page_that_it_opens(Purpose purpose) {
        assertThat(OwnPages.purpose(OwnPages.first(purpose))).contains(purpose);
    }

    @Test
    void a_page_has_one_purpose_under_each_of_its_addresses() {
        assertThat(OwnPages.purpose("/my/index")).contains(Purpose.MY_PAGE);
        assertThat(OwnPages.purpose("/my/index.xhtml")).contains(Purpose.MY_PAGE);
        assertThat(OwnPages.purpose("/my/watched.xhtml")).contains(Purpose.WATCHED);
        assertThat(OwnPages.purpose("/my/invitation/qr.png")).contains(Purpose.INVITATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/my/other", "/my//index.xhtml", "/my/x/index.xhtml", "/my/INDEX.xhtml", "/index"})
    void every_other_address_is_closed(String path) {
        assertThat(OwnPages.purpose(path)).isEmpty();
    }
}
