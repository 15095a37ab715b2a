package jp.anpi.reporting.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One unit a letter. */
class LineBreaksTest {

    @Test
    void a_line_ends_between_phrases() {
        assertThat(lines("お返事が|ないときは、|見守る方に|お知らせします。", 8)).containsExactly("お返事が", "ないときは、", "見守る方に", "お知らせします。");
        assertThat(lines("お返事が|ないときは、|見守る方に|お知らせします。", 12)).containsExactly("お返事がないときは、", "見守る方に", "お知らせします。");
    }

    @Test
    void a_name_longer_than_a_line_is_broken_where_print_allows_it() {
        assertThat(lines("見守りネットワーク「元気」", 9)).containsExactly("見守りネットワーク", "「元気」");
        assertThat(lines("あいうえお。", 5)).as("no stop begins a line").containsExactly("あいうえ", "お。");
        assertThat(lines("あいうえ「お」", 5)).as("no bracket that opens ends one").containsExactly("あいうえ", "「お」");
    }

    @Test
    void a_time_of_day_is_not_torn_to_read_as_another() {
        assertThat(lines("訪問は11時00分まで", 6)).containsExactly("訪問は", "11時00分", "まで");
    }

    @Test
    void a_foreign_name_is_broken_between_its_words() {
        assertThat(lines("Connect Heart", 9)).containsExactly("Connect", "Heart");
    }

    @Property
    void no_letter_is_lost_and_no_line_is_too_long(
            @ForAll @CharRange(from = 'あ', to = 'ん') @CharRange(from = '、', to = '」') String text,
            @ForAll @IntRange(min = 1, max = 12) int width) {
        List<String> lines = lines(text, width);

        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines).allMatch(line -> line.length() <= width);
    }

    private static List<String> lines(String text, int width) {
        return LineBreaks.of(text.replace("|", LineBreaks.MARK), width, String::length);
    }
}
