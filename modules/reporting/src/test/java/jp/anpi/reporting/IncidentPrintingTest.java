package jp.anpi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.anpi.reporting.IncidentPaper.Fact;
import jp.anpi.reporting.IncidentPaper.Line;
import jp.anpi.reporting.internal.paper.IncidentSheets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What happened stands on the paper, all of it, however long it is. */
class IncidentPrintingTest {

    @Test
    void r101_nothing_of_a_long_timeline_is_lost_and_every_page_says_what_it_is_for() throws IOException {
        List<Line> lines = new ArrayList<>(IntStream.range(0, 80)
                .mapToObj(i -> new Line("令和8年11月22日(日)8時31分", "電話：応答なし" + (1000 + i), ""))
                .toList());
        lines.add(new Line("9時", "訪問", "長い記録。".repeat(380) + "おわり"));
        PrintedPaper printed = print(lines);

        try (PDDocument document = Loader.loadPDF(printed.pdf())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            IntStream.range(0, 80).forEach(i -> assertThat(text).contains("応答なし" + (1000 + i)));
            assertThat(text).contains("おわり", "登録番号1042-7");
            assertThat(text.split("みどり警察署", -1)).hasSize(document.getNumberOfPages() + 1);
            assertThat(document.getNumberOfPages()).isBetween(4, 9);
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void a_letter_that_the_font_lacks_is_told() {
        assertThat(print(List.of(new Line("", "", "𠮷野さん"))).substituted())
                .extracting(PrintedPaper.Substituted::written)
                .containsExactly("𠮷");
    }

    @Test
    void a_moment_stands_in_one_line() throws IOException {
        String longest = "令和28年12月22日(水)22時58分";
        try (PDDocument document =
                Loader.loadPDF(print(List.of(new Line(longest, "電話", ""))).pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains(longest);
        }
    }

    private static PrintedPaper print(List<Line> lines) {
        return new IncidentSheets()
                .print(new IncidentPaper(
                        "安否確認と対応の経過",
                        "みどり市",
                        "登録番号 1042-7",
                        List.of(new Fact("きっかけ", "未確認")),
                        "経過（古い順）",
                        lines,
                        "印刷：佐藤　渡す相手と目的：みどり警察署"));
    }
}
