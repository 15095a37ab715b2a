package jp.anpi.resident.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.ViewExpiredException;
import jp.anpi.resident.internal.door.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "410,ENDED",
        "403,ENDED",
        "401,ENDED",
        "404,MISSING",
        "405,MISSING",
        "400,MISSING",
        "500,OURS",
        "503,OURS"
    })
    void a_status_is_kept_and_has_its_words(int status, Kind kind) {
        assertThat(Problem.of(status, null)).isEqualTo(new Problem(status, kind));
    }

    @Test
    void a_page_open_for_too_long_is_no_fault_of_ours() {
        assertThat(Problem.of(500, ViewExpiredException.class)).isEqualTo(new Problem(403, Kind.STALE));
    }

    @Test
    void the_page_itself_is_not_there() {
        assertThat(Problem.of(null, null)).isEqualTo(new Problem(404, Kind.MISSING));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_page_is_whole_and_tells_nothing_of_the_inside(Kind kind) {
        for (ProblemPage.Reader reader : ProblemPage.Reader.values()) {
            assertThat(new ProblemPage().html(kind, reader, "/anpi"))
                    .contains("<h1>", "href=\"/anpi/assets/resident.css\"")
                    .doesNotContain("@", "Exception", "Payara");
        }
    }
}
