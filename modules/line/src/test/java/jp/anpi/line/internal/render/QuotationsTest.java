package jp.anpi.line.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int LONGEST = 60;

    private final Quotations quotations = new Quotations();

    @Test
    void none_comes_again_before_all_have_been_read() {
        int all = quotations.all().size();

        assertThat(IntStream.range(0, all)
                        .mapToObj(i -> quotations.on(DAY.plusDays(i)).text()))
                .doesNotHaveDuplicates()
                .hasSize(all);
        assertThat(quotations.on(DAY.plusDays(all))).isEqualTo(quotations.on(DAY));
    }

    @Test
    void there_are_enough_for_a_season_most_of_them_our_own() {
        assertThat(quotations.all()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(quotations.all().stream().filter(each -> each.source().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void each_is_short_and_its_source_is_named_or_it_is_ours() {
        assertThat(quotations.all()).allSatisfy(each -> {
            assertThat(each.text()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
            assertThat(each.source().orElse("-")).isNotBlank();
        });
    }

    @Test
    void also_days_long_ago_have_their_words() {
        assertThat(quotations.on(LocalDate.of(1900, 1, 1)).text()).isNotBlank();
    }
}
