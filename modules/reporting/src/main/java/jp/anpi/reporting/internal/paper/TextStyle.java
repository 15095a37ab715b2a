package jp.anpi.reporting.internal.paper;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a text looks.
 *
 * @param size points
 * @param spacing height of a line, in sizes
 * @param centred in its width, else from the left
 */
record TextStyle(Typeface face, double size, double spacing, Color color, boolean centred) {

    static final double MILLIMETRES_A_POINT = 25.4 / 72;

    private static final double SMALLEST = 5;
    private static final double STEP = 0.5;
    private static final double STILL_LARGE = 0.75;

    static TextStyle regular(double size) {
        return new TextStyle(Typeface.REGULAR, size, 1.5, Ink.TEXT, false);
    }

    static TextStyle bold(double size) {
        return new TextStyle(Typeface.BOLD, size, 1.4, Ink.TEXT, false);
    }

    TextStyle in(Color other) {
        return new TextStyle(face, size, spacing, other, centred);
    }

    TextStyle centre() {
        return new TextStyle(face, size, spacing, color, true);
    }

    TextStyle sized(double other) {
        return new TextStyle(face, other, spacing, color, centred);
    }

    /** As large as a text of any length can be in so many lines; in fewer where that costs little. */
    TextStyle fitting(String text, double width, int mostLines) {
        TextStyle largest = shrunk(text, width, mostLines);
        return IntStream.range(1, mostLines)
                .mapToObj(lines -> shrunk(text, width, lines))
                .filter(fewer -> fewer.size >= largest.size * STILL_LARGE)
                .findFirst()
                .orElse(largest);
    }

    private TextStyle shrunk(String text, double width, int mostLines) {
        TextStyle smaller = this;
        while (smaller.lines(text, width).size() > mostLines && smaller.size > SMALLEST) {
            smaller = smaller.sized(smaller.size - STEP);
        }
        return smaller;
    }

    /** Centred lines are made about equally long. */
    List<String> lines(String text, double width) {
        List<String> lines = LineBreaks.of(text, width, this::width);
        double narrower = width;
        List<String> balanced = lines;
        while (centred && lines.size() > 1 && balanced.size() == lines.size() && narrower > width / 2) {
            lines = balanced;
            narrower -= 1;
            balanced = LineBreaks.of(text, narrower, this::width);
        }
        return lines;
    }

    double width(String line) {
        return face.font().getWidthPoint(line, (float) size) * MILLIMETRES_A_POINT;
    }

    double lineHeight() {
        return size * spacing * MILLIMETRES_A_POINT;
    }

    double height(String text, double width) {
        return lines(text, width).size() * lineHeight();
    }
}
