package jp.anpi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import jp.anpi.reporting.PrintedPaper.Substituted;
import jp.anpi.reporting.internal.paper.PaperPrinting;
import jp.anpi.scheduling.ServicePreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed out can be scanned, read by everybody, and printed whatever people are called. */
class InvitationPrintingTest {

    private static final URI LINK =
            URI.create("https://line.me/R/oaMessage/%40123abcde/?%E6%8B%9B%E5%BE%85%20ABCD-EFGH-JKMN");
    private static final InquiryDesk DESK = new InquiryDesk("桜台市 高齢福祉課 見守り係", "03-1234-5678");
    private static final String LONG_NAME = "社会福祉法人桜台市社会福祉協議会ひとり暮らし高齢者等見守りネットワーク推進事業「つながりあんしんお元気コール」登録窓口";

    private final InvitationPrinting printing = new PaperPrinting();

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void a_phone_reads_the_invitation_from_each_paper(PaperKind kind) throws Exception {
        List<BufferedImage> images = pages(kind, sample()).images();

        PaperPages.keep(images, kind.name().toLowerCase());
        assertThat(links(kind, images))
                .hasSize(kind == PaperKind.CARDS ? 10 : 1)
                .containsOnly(LINK.toString());
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void long_names_and_a_missing_desk_stay_on_the_paper(PaperKind kind) throws Exception {
        InvitationPaper paper = new InvitationPaper(
                LONG_NAME,
                LONG_NAME,
                LINK,
                Optional.empty(),
                Optional.empty(),
                Disclosure.NOTHING,
                ServicePreset.DAILY_REPORT.steps());

        PaperPages pages = pages(kind, paper);

        List<BufferedImage> images = pages.images();
        PaperPages.keep(images, kind.name().toLowerCase() + "-long");
        assertThat(links(kind, images)).contains(LINK.toString());
        assertThat(pages.text()).contains(LONG_NAME);
    }

    @Test
    void the_leaflet_is_two_pages_and_says_what_a_reader_must_know() throws Exception {
        PaperPages pages = pages(PaperKind.LEAFLET, sample());

        assertThat(pages.count()).isEqualTo(2);
        assertThat(pages.text())
                .contains("あんしんコール桜台", "さくら団地自治会", "お名前も住所も電話番号もいりません")
                .contains("お返事がないまま24時間", "もう一度、おたずねします", "さらに3時間", "あなたを見守る方にお知らせします")
                .contains("03-1234-5678", "令和9年3月31日", "119番");
    }

    @Test
    void the_times_are_those_of_the_organizations_own_steps() throws Exception {
        InvitationPaper daily = new InvitationPaper(
                "見守り",
                "見守り",
                LINK,
                Optional.empty(),
                Optional.empty(),
                Disclosure.NOTHING,
                ServicePreset.DAILY_REPORT.steps());
        InvitationPaper twice = new InvitationPaper(
                "見守り",
                "見守り",
                LINK,
                Optional.empty(),
                Optional.empty(),
                Disclosure.NOTHING,
                ServicePreset.TWICE_DAILY.steps());

        assertThat(pages(PaperKind.LEAFLET, daily).text())
                .contains("お返事がないまま3日")
                .doesNotContain("もう一度、おたずねします");
        assertThat(pages(PaperKind.LEAFLET, twice).text()).contains("2回つづけてお返事なし");
    }

    /** where staff call and visit, the paper does not say that nobody asks for a name. */
    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void a_service_that_wants_names_does_not_promise_the_contrary(PaperKind kind) throws Exception {
        InvitationPaper paper = new InvitationPaper(
                "見守りサービス",
                "見守りサービス",
                LINK,
                Optional.empty(),
                Optional.of(DESK),
                Disclosure.of("MIMAMORI"),
                ServicePreset.CONNECT_HEART.steps());

        PaperPages pages = pages(kind, paper);

        PaperPages.keep(pages.images(), kind.name().toLowerCase() + "-named");
        assertThat(pages.text()).doesNotContain("いりません");
        assertThat(pages(kind, sample()).text()).contains("お名前も住所もいりません");
    }

    /** What is shown before printing is a picture of the file itself. */
    @Test
    void each_side_can_be_looked_at_before_it_is_printed() throws Exception {
        PrintedPaper printed = printing.print(PaperKind.LEAFLET, sample());

        assertThat(printed.pages()).isEqualTo(2);
        BufferedImage inside = ImageIO.read(new ByteArrayInputStream(printed.picture(2, 3_500)));
        assertThat(inside.getWidth()).isEqualTo(3_500);
        assertThat(PaperPages.links(List.of(inside), 1, 1)).containsExactly(LINK.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> printed.picture(3, 100));
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void every_font_is_in_the_file(PaperKind kind) throws Exception {
        assertThat(pages(kind, sample()).fontsOutside()).isEmpty();
        assertThat(printing.print(kind, sample()).pdf()).hasSizeLessThan(500_000);
    }

    /** 髙 and 﨑 are known to the font; the rest is not, or not in the form that was meant. */
    @Test
    void a_letter_without_a_glyph_is_seen_to_be_missing_and_told_to_the_caller() throws Exception {
        String variant = "葛\uDB40\uDD00飾区";
        InvitationPaper paper = new InvitationPaper(
                "髙﨑𠮷見守り👪会",
                variant,
                LINK,
                Optional.empty(),
                Optional.empty(),
                Disclosure.NOTHING,
                ServicePreset.CONNECT_HEART.steps());

        PrintedPaper printed = printing.print(PaperKind.LEAFLET, paper);

        assertThat(new PaperPages(printed.pdf()).text()).contains("髙﨑〓見守り〓会", "葛飾区");
        assertThat(printed.substituted())
                .containsExactly(
                        new Substituted("𠮷", "〓"), new Substituted("👪", "〓"), new Substituted("葛\uDB40\uDD00", "葛"));
    }

    @Test
    void a_kana_written_with_its_mark_apart_is_printed_as_one() throws Exception {
        InvitationPaper paper = new InvitationPaper(
                "か\u3099んは\u309Aく見守り", "会", LINK, Optional.empty(), Optional.empty(), Disclosure.NOTHING, List.of());

        PrintedPaper printed = printing.print(PaperKind.CARDS, paper);

        assertThat(new PaperPages(printed.pdf()).text()).contains("がんぱく見守り");
        assertThat(printed.substituted()).isEmpty();
    }

    @Test
    void what_can_not_be_a_name_is_refused() {
        for (String name : List.of("", "  ", "見守\n会", "見守\u0000会", "見守\uE000会", "見".repeat(61))) {
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> new InvitationPaper(
                            name, "会", LINK, Optional.empty(), Optional.empty(), Disclosure.NOTHING, List.of()));
        }
    }

    private static List<String> links(PaperKind kind, List<BufferedImage> images) {
        return kind == PaperKind.CARDS ? PaperPages.links(images, 4, 5) : PaperPages.links(images, 1, 1);
    }

    private PaperPages pages(PaperKind kind, InvitationPaper paper) throws Exception {
        return new PaperPages(printing.print(kind, paper).pdf());
    }

    private static InvitationPaper sample() {
        return new InvitationPaper(
                "あんしんコール桜台",
                "さくら団地自治会",
                LINK,
                Optional.of(LocalDate.of(2027, 3, 31)),
                Optional.of(DESK),
                Disclosure.NOTHING,
                ServicePreset.CONNECT_HEART.steps());
    }
}
