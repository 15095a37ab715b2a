package jp.anpi.reporting.internal.paper;

import java.util.ArrayList;
import java.util.List;
import jp.anpi.reporting.IncidentPaper;
import jp.anpi.reporting.IncidentPaper.Fact;
import jp.anpi.reporting.IncidentPaper.Line;

/**
 * Divides an incident into pages: rows of a label and a text, which are never torn from their label; a text that is
 * longer than a page goes on beside an empty one.
 */
final class IncidentPages {

    static final double HEIGHT = 297;

    private static final double LEFT = 18;

    /** A day with its year and a time, in one line. */
    private static final double LABEL = 60;

    private static final double TEXT = 114;
    private static final double BOTTOM = 277;
    private static final double TOP_LATER = 18;
    private static final double GAP = 1.6;
    private static final double SPACE = 4;
    private static final int LINES_AT_ONCE = 30;

    private static final TextStyle TITLE = TextStyle.bold(17);
    private static final TextStyle HEADING = TextStyle.bold(12);
    private static final TextStyle STRONG = TextStyle.bold(10);
    private static final TextStyle PLAIN = TextStyle.regular(10);
    private static final TextStyle SMALL = TextStyle.regular(8.5).in(Ink.QUIET);

    /** Something to draw. @param ruled whether a line is drawn below it */
    private record Row(String label, String strong, String plain, boolean ruled) {

        /** Above what follows, and not beside a label. */
        boolean heading() {
            return label.isEmpty() && plain.isEmpty();
        }

        double height() {
            if (label.isEmpty() && strong.isEmpty() && plain.isEmpty()) {
                return SPACE;
            }
            double right = STRONG.height(strong, TEXT) + PLAIN.height(plain, TEXT);
            return Math.max(PLAIN.height(label, LABEL), right) + GAP;
        }
    }

    private final IncidentPaper paper;
    private final List<List<Row>> pages = new ArrayList<>();
    private double y;

    IncidentPages(IncidentPaper paper) {
        this.paper = paper;
        double room = BOTTOM - top(0);
        pages.add(new ArrayList<>());
        y = 0;
        for (Row row : rows()) {
            if (y + row.height() > room) {
                pages.add(new ArrayList<>());
                y = 0;
                room = BOTTOM - TOP_LATER;
            }
            pages.get(pages.size() - 1).add(row);
            y += row.height();
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Fact fact : paper.facts()) {
            rows.addAll(row(fact.label(), "", fact.text(), true));
        }
        rows.add(new Row("", "", "", false));
        rows.add(new Row("", paper.heading(), "", false));
        for (Line line : paper.lines()) {
            rows.addAll(row(line.at(), line.what(), line.said(), true));
        }
        return rows;
    }

    /** What somebody wrote may be longer than what is left of a page. */
    private static List<Row> row(String label, String strong, String plain, boolean ruled) {
        List<String> lines = PLAIN.lines(plain, TEXT);
        if (lines.size() <= LINES_AT_ONCE) {
            return List.of(new Row(label, strong, String.join("\n", lines), ruled));
        }
        List<Row> parts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            boolean first = from == 0;
            int to = Math.min(lines.size(), from + LINES_AT_ONCE);
            parts.add(new Row(
                    first ? label : "",
                    first ? strong : "",
                    String.join("\n", lines.subList(from, to)),
                    to == lines.size() && ruled));
        }
        return parts;
    }

    int count() {
        return pages.size();
    }

    void draw(Canvas canvas, int page) {
        double at = page == 0 ? head(canvas) : TOP_LATER;
        for (Row row : pages.get(page)) {
            canvas.text(row.label(), PLAIN.in(Ink.QUIET), LEFT, at, LABEL);
            double below = canvas.text(row.strong(), STRONG, row.heading() ? LEFT : LEFT + LABEL + 2, at, TEXT);
            canvas.text(row.plain(), PLAIN, LEFT + LABEL + 2, below, TEXT);
            at += row.height();
            if (row.ruled()) {
                canvas.line(LEFT, at - GAP / 2, LEFT + LABEL + TEXT + 2, at - GAP / 2, 0.15, Ink.LINE);
            }
        }
        canvas.line(LEFT, BOTTOM + 2, LEFT + LABEL + TEXT + 2, BOTTOM + 2, 0.2, Ink.LINE);
        canvas.text(paper.printed(), SMALL, LEFT, BOTTOM + 3, LABEL + TEXT - 18);
        String number = PaperWords.of("incident.page", page + 1, count());
        canvas.text(number, SMALL, LEFT + LABEL + TEXT + 2 - SMALL.width(number), BOTTOM + 3, 30);
    }

    private double head(Canvas canvas) {
        double at = canvas.text(paper.organization(), SMALL, LEFT, 16, LABEL + TEXT);
        at = canvas.text(paper.title(), TITLE, LEFT, at, LABEL + TEXT);
        return canvas.text(paper.subject(), HEADING, LEFT, at + 1, LABEL + TEXT) + 3;
    }

    private double top(int page) {
        double head = SMALL.height(paper.organization(), LABEL + TEXT)
                + TITLE.height(paper.title(), LABEL + TEXT)
                + HEADING.height(paper.subject(), LABEL + TEXT);
        return page == 0 ? 20 + head : TOP_LATER;
    }
}
