package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.anpi.reporting.Disclosure;
import jp.anpi.reporting.InvitationPaper;
import jp.anpi.reporting.InvitationPrinting;
import jp.anpi.reporting.PaperKind;
import jp.anpi.reporting.PrintedPaper;
import jp.anpi.scheduling.ServicePreset;
import org.junit.jupiter.api.Test;

/** The font, the words and the PDF library are found where the product is installed. */
class PaperTest extends InContainer {

    @Inject
    private InvitationPrinting printing;

    @Test
    void every_kind_of_paper_is_printed() {
        InvitationPaper paper = new InvitationPaper(
                "みどり市見守りサービス",
                "北地区",
                URI.create("https://line.me/R/oaMessage/%40123abcde/?ABCD-EFGH-JKMN"),
                Optional.empty(),
                Optional.empty(),
                Disclosure.NOTHING,
                ServicePreset.CONNECT_HEART.steps());

        for (PaperKind kind : PaperKind.values()) {
            PrintedPaper printed = printing.print(kind, paper);
            assertThat(new String(printed.pdf(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-")
                    .contains("BIZUDPGothic");
            assertThat(printed.substituted()).isEmpty();
        }
    }
}
