package jp.anpi.reporting.internal.paper;

import java.time.Duration;
import java.util.List;
import jp.anpi.scheduling.EscalationStep;

/** What happens without an answer, in the order and at the times of the organization's own steps. */
final class FollowUps {

    private static final double DOT = 5;

    private final Canvas canvas;
    private final List<EscalationStep> steps;

    FollowUps(Canvas canvas, List<EscalationStep> steps) {
        this.canvas = canvas;
        this.steps = steps;
    }

    void draw(Panel panel) {
        double y = happening(panel, PaperWords.of("then.asked"), panel.title("then.title"));
        Duration before = Duration.ZERO;
        for (EscalationStep step : steps) {
            y = waiting(panel, waitingFor(step, before), y);
            y = happening(panel, PaperWords.of("then." + step.action()), y);
            before = step.delay().orElse(before);
        }
        y = panel.note("then.only", y + 7);
        y = panel.note("then.late", y + 4);
        panel.note("then.help", y + 4);
    }

    private double happening(Panel panel, String words, double y) {
        canvas.circle(panel.x() + DOT / 2, y + 3.6, DOT / 2, Ink.GREEN);
        return canvas.text(words, TextStyle.bold(14), panel.x() + DOT + 4, y, panel.inner() - DOT - 4) + 1;
    }

    private double waiting(Panel panel, String words, double y) {
        double middle = panel.x() + DOT / 2;
        canvas.line(middle, y + 1, middle, y + 7, 1, Ink.LEAF);
        canvas.arrow(middle - 2, y + 6.5, 4, 3, Ink.LEAF);
        TextStyle style = TextStyle.regular(12.5).in(Ink.QUIET);
        return canvas.text(words, style, panel.x() + DOT + 4, y + 2, panel.inner() - DOT - 4) + 2.4;
    }

    private static String waitingFor(EscalationStep step, Duration before) {
        if (step.missedSlots().isPresent()) {
            return PaperWords.of("then.missed", step.missedSlots().getAsInt());
        }
        Duration wait = step.delay().orElseThrow().minus(before);
        return PaperWords.of(before.isZero() ? "then.without" : "then.further", PaperWords.lasting(wait));
    }
}
