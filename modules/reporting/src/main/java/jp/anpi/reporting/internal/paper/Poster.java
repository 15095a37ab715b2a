package jp.anpi.reporting.internal.paper;

import java.util.List;
import jp.anpi.reporting.InquiryDesk;

/** A4 upright, to be read from three metres: what it is, and a QR code to stand before. */
final class Poster {

    static final double WIDTH = 210;
    static final double HEIGHT = 297;

    private static final double MARGIN = 15;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double QR = 90;
    private static final double TITLE = 40;

    private final Canvas canvas;
    private final Pictures pictures;
    private final Sheet sheet;

    Poster(Canvas canvas, Sheet sheet) {
        this.canvas = canvas;
        this.pictures = new Pictures(canvas);
        this.sheet = sheet;
    }

    void draw() {
        head();
        what(86);
        code(133);
        steps(231);
        foot();
    }

    private void head() {
        canvas.box(0, 0, WIDTH, 80, 0, Ink.GREEN);
        double y = canvas.text(
                PaperWords.of("lead"), TextStyle.bold(29).in(Ink.PAPER).centre(), MARGIN, 12, INNER);
        String service = sheet.paper().service();
        canvas.box(MARGIN, y + 5, INNER, 25, 4, Ink.PAPER);
        TextStyle name = TextStyle.bold(34).in(Ink.GREEN).centre().fitting(service, INNER - 10, 2);
        pictures.inside(service, name, MARGIN + 5, y + 5, INNER - 10, 25);
    }

    private void what(double y) {
        double end = canvas.text(PaperWords.of("poster.what"), TextStyle.bold(19), MARGIN, y, INNER) + 4;
        List<String> facts =
                List.of(PaperWords.of("fact.free"), sheet.fact("fact.nameless"), PaperWords.of("fact.leave"));
        double[] widths = {37, 78, 59};
        double x = MARGIN;
        for (int i = 0; i < facts.size(); i++) {
            pictures.fact(facts.get(i), x, end, widths[i], 13, 16);
            x += widths[i] + 3;
        }
    }

    private void code(double y) {
        canvas.frame(MARGIN, y, QR + 2, QR + 2, 3, Ink.GREEN, 1);
        canvas.qr(sheet.qr(), MARGIN + 1, y + 1, QR);
        double x = MARGIN + QR + 8;
        double width = WIDTH - MARGIN - x;
        double phone = 40;
        pictures.phone(x + (width - phone) / 2, y, phone);
        String invitedBy = sheet.invitedBy();
        TextStyle from = TextStyle.bold(15).centre().fitting(invitedBy, width, 3);
        pictures.inside(invitedBy, from, x, y + Pictures.phoneHeight(phone) + 1, width, 22);
    }

    private void steps(double y) {
        double width = (INNER - 12) / 3;
        List<String> steps = List.of("how.1.poster", "how.2", "how.3");
        for (int i = 0; i < steps.size(); i++) {
            double x = MARGIN + i * (width + 6);
            pictures.number(String.valueOf(i + 1), x, y + 1, 10);
            canvas.text(PaperWords.of(steps.get(i)), TextStyle.regular(14), x + 12, y, width - 12);
        }
    }

    private void foot() {
        canvas.line(MARGIN, 268, WIDTH - MARGIN, 268, 0.4, Ink.LEAF);
        double y = sheet.paper().desk().map(this::desk).orElseGet(this::roomForDesk);
        if (sheet.until("how.until").isPresent()) {
            canvas.text(sheet.until("how.until").get(), TextStyle.regular(11), MARGIN, y + 1, INNER);
        }
    }

    private double desk(InquiryDesk known) {
        String desk = PaperWords.of("poster.desk", known.name(), known.phone());
        return canvas.text(desk, TextStyle.bold(15).fitting(desk, INNER, 2), MARGIN, 271, INNER);
    }

    /** To be written or stamped by hand. */
    private double roomForDesk() {
        canvas.text(PaperWords.of("back.title"), TextStyle.bold(15), MARGIN, 274, TITLE);
        canvas.frame(MARGIN + TITLE, 270.5, INNER - TITLE, 14.5, 2.5, Ink.LINE, 0.3);
        canvas.text(
                PaperWords.of("back.stamp"),
                TextStyle.regular(9).in(Ink.QUIET),
                MARGIN + TITLE + 3,
                280,
                INNER - TITLE - 6);
        return 285.5;
    }
}
