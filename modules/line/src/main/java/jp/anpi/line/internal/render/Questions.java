package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The question and its repetition, the same for everyone at the same day and hour (R-001, R-008, R-017, E-19). */
@ApplicationScoped
public class Questions {

    private Phrases phrases;
    private Labels labels;
    private Quotations quotations;

    /** For the proxy. */
    public Questions() {}

    @Inject
    public Questions(Phrases phrases, Labels labels, Quotations quotations) {
        this.phrases = phrases;
        this.labels = labels;
        this.quotations = quotations;
    }

    Message question(Map<String, String> content) {
        if (late(content)) {
            return late();
        }
        String greeting = phrases.of(greeting(Integer.parseInt(content.get("hour"))));
        List<String> paragraphs = new ArrayList<>(List.of(phrases.of("question.how")));
        quotation(content).ifPresent(paragraphs::add);
        return Bubbles.of(
                phrases.of("question.alt", greeting),
                phrases.of("question.title", greeting),
                paragraphs,
                labels.ofQuestion());
    }

    Message reminder(Map<String, String> content) {
        if (late(content)) {
            return late();
        }
        return Bubbles.of(
                phrases.of("reminder.alt"),
                phrases.of("reminder.title"),
                List.of(phrases.of("reminder.how"), phrases.of("reminder.next")),
                labels.ofQuestion());
    }

    /** We could not ask, or could not hear: their answer may be lost, and that is our fault (E-8). */
    private Message late() {
        return Bubbles.of(
                phrases.of("late.alt"),
                phrases.of("late.title"),
                List.of(phrases.of("late.sorry"), phrases.of("late.how")),
                labels.ofQuestion());
    }

    private Optional<String> quotation(Map<String, String> content) {
        if (!"yes".equals(content.get("quote"))) {
            return Optional.empty();
        }
        Quotation today = quotations.on(LocalDate.parse(content.get("day")));
        return Optional.of(today.source()
                .map(source -> phrases.of("question.quotation-of", today.text(), source))
                .orElseGet(() -> phrases.of("question.quotation", today.text())));
    }

    private static boolean late(Map<String, String> content) {
        return "yes".equals(content.get("late"));
    }

    private static String greeting(int hour) {
        if (hour >= 4 && hour <= 10) {
            return "greeting.morning";
        }
        return hour >= 11 && hour <= 16 ? "greeting.day" : "greeting.evening";
    }
}
