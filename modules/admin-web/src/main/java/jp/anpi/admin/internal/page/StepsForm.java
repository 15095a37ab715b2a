package jp.anpi.admin.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.anpi.admin.internal.Words;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.ServicePreset;

/** What is typed about when whom to ask again and to tell: of an organization, or of a team. */
public class StepsForm {

    private final List<String> labels;
    private final List<String> numbers;
    private String windowHours;
    private String takeOverMinutes;

    StepsForm(ServicePreset preset, Rules rules, Words words) {
        labels = preset.steps().stream()
                .map(step -> words.of("rules.step." + step.action() + unit(step)))
                .toList();
        numbers = new ArrayList<>(rules.numbers().stream().map(String::valueOf).toList());
        windowHours = Integer.toString(rules.windowHours());
        takeOverMinutes = Integer.toString(rules.takeOverMinutes());
    }

    private static String unit(EscalationStep step) {
        return step.missedSlots().isPresent() ? ".slots" : ".hours";
    }

    /** The same rules with what was typed here. */
    Rules into(Rules rules) {
        return new Rules(
                rules.intervals(),
                rules.hour(),
                rules.quoteShown(),
                numbers.stream().map(Numbers::typed).toList(),
                Numbers.typed(windowHours),
                Numbers.typed(takeOverMinutes),
                rules.deliveryFrom(),
                rules.deliveryUntil(),
                rules.version());
    }

    /** A label for each step of the preset. */
    public List<String> getLabels() {
        return labels;
    }

    /** One for each step, to be written to. */
    public List<String> getNumbers() {
        return numbers;
    }

    public String getWindowHours() {
        return windowHours;
    }

    public void setWindowHours(String windowHours) {
        this.windowHours = Objects.toString(windowHours, "");
    }

    public String getTakeOverMinutes() {
        return takeOverMinutes;
    }

    public void setTakeOverMinutes(String takeOverMinutes) {
        this.takeOverMinutes = Objects.toString(takeOverMinutes, "");
    }
}
