package jp.anpi.reporting.internal.paper;

/** Ten cards of 91 × 55 mm on an upright A4, as sold ready to be torn. */
final class Cards {

    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final double CARD = 91;
    private static final double CARD_HEIGHT = 55;
    private static final double LEFT = 14;
    private static final double TOP = 11;
    private static final double MARGIN = 5;
    private static final double QR = 31;

    private final Canvas canvas;
    private final Sheet sheet;

    Cards(Canvas canvas, Sheet sheet) {
        this.canvas = canvas;
        this.sheet = sheet;
    }

    void draw() {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                card(LEFT + column * CARD, TOP + row * CARD_HEIGHT);
            }
        }
        cuts();
    }

    private void card(double x, double y) {
        canvas.box(x, y + 1, CARD, 2.2, 0, Ink.LEAF);
        double width = CARD - 2 * MARGIN;
        String service = sheet.paper().service();
        TextStyle name = TextStyle.bold(14).in(Ink.GREEN).fitting(service, width, 2);
        double below = canvas.text(service, name, x + MARGIN, y + 5, width);
        double qr = x + CARD - QR - MARGIN + 2;
        canvas.qr(sheet.qr(), qr, y + 13.5, QR);
        words(x + MARGIN, below + 1, qr - x - MARGIN - 2);
        foot(x + MARGIN, y + 44.6, width);
    }

    private void words(double x, double y, double width) {
        double below = canvas.text(PaperWords.of("card.lead"), TextStyle.bold(10.5), x, y, width) + 1.5;
        below = canvas.text(PaperWords.of("card.how"), TextStyle.regular(10), x, below, width) + 1.5;
        String facts = sheet.fact("fact.all");
        canvas.text(facts, TextStyle.bold(10).in(Ink.GREEN).fitting(facts, width, 1), x, below, width);
    }

    private void foot(double x, double y, double width) {
        String from = sheet.invitedBy()
                + sheet.paper()
                        .desk()
                        .map(desk -> "\u3000" + PaperWords.of("card.desk", desk.phone()))
                        .orElse("")
                + sheet.until("card.until").map(until -> "\u3000" + until).orElse("");
        String foot = from.strip();
        TextStyle style = TextStyle.regular(8).in(Ink.QUIET).fitting(foot, width, 3);
        canvas.text(foot, style, x, y, width);
    }

    private void cuts() {
        double right = LEFT + COLUMNS * CARD;
        double bottom = TOP + ROWS * CARD_HEIGHT;
        for (int column = 0; column <= COLUMNS; column++) {
            canvas.line(LEFT + column * CARD, TOP, LEFT + column * CARD, bottom, 0.15, Ink.LINE);
        }
        for (int row = 0; row <= ROWS; row++) {
            canvas.line(LEFT, TOP + row * CARD_HEIGHT, right, TOP + row * CARD_HEIGHT, 0.15, Ink.LINE);
        }
    }
}
