package jp.anpi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the story prints can be read to the end: nothing stops in the middle of a sentence. */
class HeadlineTest {

    @Test
    void takes_as_many_whole_sentences_as_fit() {
        assertThat(Headline.of("登録できました あなたの登録番号は 123 です。毎日の8時におたずねします。お休みの日があるときは、いつでも変えられます。"))
                .isEqualTo("登録できました あなたの登録番号は 123 です。毎日の8時におたずねします。");
        assertThat(Headline.of("おはようございます。お元気ですか？ OKを押してください")).isEqualTo("おはようございます。お元気ですか？OKを押してください");
        assertThat(Headline.of("見守り「みどり市 見守りサービス」です（20文字まで。変えられます）。\nどうぞ。"))
                .isEqualTo("見守り「みどり市 見守りサービス」です（20文字まで。変えられます）。");
    }

    @Test
    void a_long_first_sentence_stays_whole() {
        String sentence = "決まった日の決まった時刻に「お元気ですか」とおたずねしますので、お元気なら、いつもの大きなボタンの「OK」を押してください。";

        assertThat(Headline.of(sentence + "お返事がないときは、見守る方にお知らせします。")).isEqualTo(sentence);
    }

    @Test
    void a_long_text_is_broken_into_lines_that_fit_a_terminal_with_nothing_lost() {
        String text = "「招待する」を押すと、見守ってほしい方に送る文をご用意します。LINE以外でも11時30分まで送れます。";

        List<String> lines = TextWidth.wrap(text, 20);

        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines).allMatch(line -> TextWidth.of(line) <= 22).noneMatch(line -> line.matches("[。、」].*"));
        assertThat(lines).anyMatch(line -> line.contains("LINE")).anyMatch(line -> line.contains("11"));
    }
}
