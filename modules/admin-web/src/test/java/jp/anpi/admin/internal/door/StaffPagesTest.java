package jp.anpi.admin.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After signing in one is led to our own pages only. */
class StaffPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/admin/people", "/admin/incident?id=5", "/admin/people?search=1042-7"})
    void a_page_of_ours_is_a_destination(String wanted) {
        assertThat(StaffPages.destination(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "//example.com",
                "/admin/..",
                "/admin/../my/",
                "/admin/a//b",
                "/admin/x?to=https://example.com",
                "/\\example.com",
                "javascript:alert(1)",
                "/admin/x\r\nLocation: y"
            })
    void anything_else_is_none(String wanted) {
        assertThat(StaffPages.destination(wanted)).isEqualTo(StaffPages.ROOT);
    }
}
