package jp.anpi.reporting.internal.paper;

/** The inner side: what it is, how to join, what happens without an answer. */
final class LeafletInside {

    private static final double QR = 58;

    private final Canvas canvas;
    private final Pictures pictures;
    private final Sheet sheet;

    LeafletInside(Canvas canvas, Sheet sheet) {
        this.canvas = canvas;
        this.pictures = new Pictures(canvas);
        this.sheet = sheet;
    }

    void draw() {
        what(new Panel(canvas, 0, Leaflet.PANEL));
        how(new Panel(canvas, Leaflet.PANEL, Leaflet.PANEL));
        new FollowUps(canvas, sheet.paper().steps()).draw(new Panel(canvas, 2 * Leaflet.PANEL, Leaflet.FLAP));
        Leaflet.folds(canvas, Leaflet.PANEL, 2 * Leaflet.PANEL);
    }

    private void what(Panel panel) {
        double y = panel.title("what.title");
        TextStyle style = TextStyle.regular(15);
        y = panel.text(PaperWords.of("what.1"), style, y) + 3;
        double phone = 31;
        pictures.phone(panel.left() + (panel.width() - phone) / 2, y, phone);
        y = panel.text(PaperWords.of("what.2"), style, y + Pictures.phoneHeight(phone) + 4) + 3;
        y = panel.text(PaperWords.of("what.3"), style, y) + 6;
        panel.note("what.who", people(panel, y));
    }

    /** Who is watched, and who watches. */
    private double people(Panel panel, double y) {
        double size = 13;
        double middle = panel.left() + panel.width() / 2;
        pictures.person(panel.x() + 8, y, size, Ink.BUTTON);
        canvas.line(panel.x() + 25, y + size / 2, middle - 1, y + size / 2, 0.8, Ink.LEAF);
        for (int watcher = 0; watcher < 3; watcher++) {
            pictures.person(middle + 2 + watcher * 13, y, 11.5, Ink.LEAF);
        }
        return y + size + 4;
    }

    private void how(Panel panel) {
        double y = step(panel, "1", PaperWords.of("how.1"), panel.title("how.title"));
        double left = panel.left() + (panel.width() - QR) / 2;
        canvas.frame(left - 1, y - 1, QR + 2, QR + 2, 2, Ink.GREEN, 0.8);
        canvas.qr(sheet.qr(), left, y, QR);
        y = step(panel, "2", PaperWords.of("how.2"), y + QR + 6);
        y = step(panel, "3", PaperWords.of("how.3"), y) + 1;
        TextStyle small = TextStyle.regular(12);
        y = panel.text(PaperWords.of("how.need"), small, y);
        y = panel.text(PaperWords.of("how.help"), small, y + 2);
        if (sheet.until("how.until").isPresent()) {
            panel.text(sheet.until("how.until").get(), TextStyle.bold(12), y + 2);
        }
    }

    private double step(Panel panel, String number, String words, double y) {
        pictures.number(number, panel.x(), y + 0.4, 9);
        return canvas.text(words, TextStyle.regular(14.5), panel.x() + 12, y, panel.inner() - 12) + 4;
    }
}
