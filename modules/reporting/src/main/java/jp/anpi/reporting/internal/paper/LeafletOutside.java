package jp.anpi.reporting.internal.paper;

import java.util.List;
import java.util.Optional;
import jp.anpi.reporting.InquiryDesk;

/** The outer side: the flap that is folded in, the back with whom to ask, the front. */
final class LeafletOutside {

    private static final List<String> QUESTIONS = List.of("money", "name", "many", "forgot", "away", "leave");
    private static final List<String> MEMOS = List.of("number", "hour", "watcher");

    private final Canvas canvas;
    private final Pictures pictures;
    private final Sheet sheet;

    LeafletOutside(Canvas canvas, Sheet sheet) {
        this.canvas = canvas;
        this.pictures = new Pictures(canvas);
        this.sheet = sheet;
    }

    void draw() {
        flap(new Panel(canvas, 0, Leaflet.FLAP));
        back(new Panel(canvas, Leaflet.FLAP, Leaflet.PANEL));
        front(new Panel(canvas, Leaflet.FLAP + Leaflet.PANEL, Leaflet.PANEL));
        Leaflet.folds(canvas, Leaflet.FLAP, Leaflet.FLAP + Leaflet.PANEL);
    }

    private void flap(Panel panel) {
        double y = panel.title("flap.title");
        for (String question : QUESTIONS) {
            y = panel.text(
                    PaperWords.of("ask." + question), TextStyle.bold(13.5).in(Ink.GREEN), y);
            y = panel.text(answer(question), TextStyle.regular(13), y) + 4.4;
        }
    }

    private String answer(String question) {
        String key = "answer." + question;
        return question.equals("name") ? sheet.fact(key) : PaperWords.of(key);
    }

    private void back(Panel panel) {
        double y = memo(panel, panel.title("back.memo.title"));
        y = emergency(panel, y + 7);
        desk(panel, y + 10);
        TextStyle name = TextStyle.regular(10).in(Ink.QUIET).centre();
        String service = sheet.paper().service();
        panel.text(service, name.fitting(service, panel.inner(), 2), 196);
    }

    private double memo(Panel panel, double y) {
        double line = y;
        for (String memo : MEMOS) {
            panel.text(PaperWords.of("back.memo." + memo), TextStyle.regular(11).in(Ink.QUIET), line);
            canvas.line(panel.x(), line + 16, panel.x() + panel.inner(), line + 16, 0.25, Ink.LINE);
            line += 20;
        }
        return line;
    }

    private double emergency(Panel panel, double y) {
        TextStyle heading = TextStyle.bold(14).in(Ink.RED);
        TextStyle body = TextStyle.bold(13.5);
        double padding = 4;
        double width = panel.inner() - 2 * padding;
        String title = PaperWords.of("back.emergency.title");
        String words = PaperWords.of("back.emergency");
        double height = heading.height(title, width) + body.height(words, width) + 2 * padding;
        canvas.frame(panel.x(), y, panel.inner(), height, 2.5, Ink.RED, 0.6);
        double below = canvas.text(title, heading, panel.x() + padding, y + padding, width);
        canvas.text(words, body, panel.x() + padding, below, width);
        return y + height;
    }

    private void desk(Panel panel, double y) {
        double line = panel.text(PaperWords.of("back.title"), TextStyle.bold(14).in(Ink.GREEN), y) + 1.5;
        Optional<InquiryDesk> desk = sheet.paper().desk();
        if (desk.isEmpty()) {
            canvas.frame(panel.x(), line, panel.inner(), 30, 2.5, Ink.LINE, 0.3);
            panel.text(
                    PaperWords.of("back.stamp"),
                    TextStyle.regular(9).in(Ink.QUIET).centre(),
                    line + 24);
            return;
        }
        TextStyle name = TextStyle.bold(13.5).fitting(desk.get().name(), panel.inner(), 3);
        line = panel.text(desk.get().name(), name, line);
        String phone = PaperWords.of("back.phone", desk.get().phone());
        panel.text(phone, TextStyle.bold(18).fitting(phone, panel.inner(), 1), line + 0.5);
    }

    private void front(Panel panel) {
        canvas.box(panel.left(), 0, panel.width(), Leaflet.HEIGHT, 0, Ink.MIST);
        double y = panel.text(
                PaperWords.of("lead"), TextStyle.bold(17).in(Ink.GREEN).centre(), 16);
        String service = sheet.paper().service();
        TextStyle name = TextStyle.bold(29).centre().fitting(service, panel.inner(), 3);
        pictures.inside(service, name, panel.x(), y + 3, panel.inner(), 32);
        double phone = 46;
        pictures.phone(panel.left() + (panel.width() - phone) / 2, y + 40, phone);
        double facts = y + 40 + Pictures.phoneHeight(phone) + 7;
        pictures.fact(sheet.fact("fact.all"), panel.x(), facts, panel.inner(), 12, 14);
        String invitedBy = sheet.invitedBy();
        TextStyle from = TextStyle.bold(13).centre().fitting(invitedBy, panel.inner(), 2);
        pictures.inside(invitedBy, from, panel.x(), 183, panel.inner(), 16);
    }
}
