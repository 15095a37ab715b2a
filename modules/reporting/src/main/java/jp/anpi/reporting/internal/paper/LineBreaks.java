package jp.anpi.reporting.internal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Breaks a text into lines: at {@link #MARK} and after a space first, within a phrase only where it is longer than a
 * line, and then never before a mark that may not begin a line, nor after one that may not end it, nor within a time of
 * day.
 */
final class LineBreaks {

    /** Between phrases, not printed: the zero-width space. */
    static final String MARK = "\u200B";

    /** Closing brackets, stops, small kana, the long vowel: code points, since sources are without Japanese. */
    private static final String NOT_FIRST =
            ")]},.!?:;\u3001\u3002\uFF0C\uFF0E\u300D\u300F\u3011\u3009\u300B\uFF09\u3015"
                    + "\u30FB\uFF01\uFF1F\u30FC\u3005\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087"
                    + "\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7";

    private static final String NOT_LAST = "([{\u300C\u300E\u3010\u3008\u300A\uFF08\u3014";

    /** Hour and minute. */
    private static final Pattern TIME = Pattern.compile("\\d+\u6642\\d+\u5206");

    private final double width;
    private final ToDoubleFunction<String> measure;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private LineBreaks(double width, ToDoubleFunction<String> measure) {
        this.width = width;
        this.measure = measure;
    }

    static List<String> of(String text, double width, ToDoubleFunction<String> measure) {
        LineBreaks breaks = new LineBreaks(width, measure);
        text.lines().forEach(breaks::paragraph);
        return breaks.lines;
    }

    private void paragraph(String paragraph) {
        for (String phrase : paragraph.split("(?<=[ \u3000])|" + MARK)) {
            if (!fits(line + phrase)) {
                end();
            }
            line += phrase;
            while (!fits(line)) {
                cut();
            }
        }
        end();
    }

    private boolean fits(String candidate) {
        return measure.applyAsDouble(candidate.stripTrailing()) <= width;
    }

    private void cut() {
        String whole = line;
        int at = whole.length();
        do {
            at = whole.offsetByCodePoints(at, -1);
        } while (at > whole.offsetByCodePoints(0, 1) && !(fits(whole.substring(0, at)) && mayBreak(whole, at)));
        line = whole.substring(0, at);
        end();
        line = whole.substring(at);
    }

    private static boolean mayBreak(String text, int at) {
        return NOT_FIRST.indexOf(text.codePointAt(at)) < 0
                && NOT_LAST.indexOf(text.codePointBefore(at)) < 0
                && TIME.matcher(text).results().noneMatch(time -> time.start() < at && at < time.end());
    }

    private void end() {
        if (!line.isBlank()) {
            lines.add(line.stripTrailing());
        }
        line = "";
    }
}
