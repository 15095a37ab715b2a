package jp.anpi.reporting.internal.paper;

import com.google.zxing.common.BitMatrix;
import java.util.Optional;
import jp.anpi.reporting.Disclosure;
import jp.anpi.reporting.InquiryDesk;
import jp.anpi.reporting.InvitationPaper;
import jp.anpi.reporting.internal.QrModules;

/** What the pages show: the invitation, with names that the font can print, and its QR code. */
record Sheet(InvitationPaper paper, BitMatrix qr) {

    static Sheet of(InvitationPaper paper, Glyphs glyphs) {
        InvitationPaper printable = new InvitationPaper(
                glyphs.printable(paper.service()),
                glyphs.printable(paper.invitedBy()),
                paper.link(),
                paper.usableUntil(),
                paper.desk()
                        .map(desk -> new InquiryDesk(glyphs.printable(desk.name()), glyphs.printable(desk.phone()))),
                paper.disclosure(),
                paper.steps());
        return new Sheet(printable, QrModules.of(paper.link().toString(), 0));
    }

    /** Words that are others where the service wants to know who somebody is. */
    String fact(String key) {
        boolean nameless = paper.disclosure() == Disclosure.NOTHING;
        return PaperWords.of(nameless ? key : key + ".named");
    }

    /** Empty where the service itself invites. */
    String invitedBy() {
        boolean itself = paper.invitedBy().equals(paper.service());
        return itself ? "" : PaperWords.of("invited-by", paper.invitedBy());
    }

    Optional<String> until(String key) {
        return paper.usableUntil().map(date -> PaperWords.of(key, PaperWords.day(date)));
    }
}
