package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffCaller;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInRules.Outcome;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.ServicePreset;

/** How people are asked and what follows their silence, with what that means in words before it is saved. */
@Named
@RequestScoped
public class RulesPage {

    @Inject
    private SignedIn me;

    @Inject
    private CheckInRules checkInRules;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private ServicePreset preset;
    private Rules saved;
    private List<String> intervals;
    private String hour;
    private boolean quoteShown;
    private String deliveryFrom;
    private String deliveryUntil;
    private StepsForm steps;
    private Outcome outcome;
    private boolean kept;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        preset = checkInRules.preset(caller);
        saved = checkInRules.rules(caller);
        // Faces makes another collection of the same class for what is ticked.
        intervals = new ArrayList<>(saved.intervals().stream().map(Enum::name).toList());
        hour = Integer.toString(saved.hour());
        quoteShown = saved.quoteShown();
        deliveryFrom = Integer.toString(saved.deliveryFrom());
        deliveryUntil = Integer.toString(saved.deliveryUntil());
        steps = new StepsForm(preset, saved, words);
    }

    /** Changes nothing: says what the rules that were typed would mean. */
    public void preview() {
        outcome = checkInRules.check(caller, typed());
    }

    public void save() {
        outcome = checkInRules.change(caller, typed(), now);
        kept = outcome == Outcome.CHANGED;
        saved = checkInRules.rules(caller);
    }

    private Rules typed() {
        return steps.into(new Rules(
                Stream.of(CheckInInterval.values())
                        .filter(interval -> intervals.contains(interval.name()))
                        .toList(),
                Numbers.typed(hour),
                quoteShown,
                saved.numbers(),
                saved.windowHours(),
                saved.takeOverMinutes(),
                Numbers.typed(deliveryFrom),
                Numbers.typed(deliveryUntil),
                Numbers.typed(request.getParameter("version"))));
    }

    /** What follows silence, sentence by sentence; none while something typed is wrong. */
    public List<String> getForecast() {
        Rules shown = outcome == null ? saved : typed();
        return checkInRules
                .forecast(caller, shown, now)
                .map(forecast -> new ForecastWords(words, me.organization().zone()).of(forecast, shown))
                .orElse(List.of());
    }

    /** Whether what is shown is not saved yet. */
    public boolean isTrial() {
        return outcome == Outcome.CHANGED && !kept;
    }

    public boolean isDone() {
        return kept;
    }

    public boolean isConflict() {
        return outcome == Outcome.CONFLICT;
    }

    /** The outcome's name where something is wrong; blank otherwise. */
    public String getWrong() {
        return outcome == null || outcome == Outcome.CHANGED ? "" : outcome.name();
    }

    public String getProblem() {
        return getWrong().isEmpty() ? "" : words.of("rules." + outcome);
    }

    public Rules getSaved() {
        return saved;
    }

    /** Where there is one hour for everybody it is another thing than what a phone shows first. */
    public String getHourHelp() {
        return words.of(preset.fixedHour().isPresent() ? "rules.hour.fixed" : "rules.hour.default");
    }

    public StepsForm getSteps() {
        return steps;
    }

    public List<Choice> getIntervalChoices() {
        return Choice.of(words, "interval.", CheckInInterval.values());
    }

    public List<Choice> getHourChoices() {
        return hours(0, 24);
    }

    /** The ends of a stretch of hours. */
    public List<Choice> getEndChoices() {
        return hours(1, 25);
    }

    private List<Choice> hours(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(one -> new Choice(Integer.toString(one), words.of("hour", one)))
                .toList();
    }

    public List<String> getIntervals() {
        return intervals;
    }

    public void setIntervals(List<String> intervals) {
        this.intervals = intervals == null ? List.of() : intervals;
    }

    public String getHour() {
        return hour;
    }

    public void setHour(String hour) {
        this.hour = Objects.toString(hour, "");
    }

    public boolean isQuoteShown() {
        return quoteShown;
    }

    public void setQuoteShown(boolean quoteShown) {
        this.quoteShown = quoteShown;
    }

    public String getDeliveryFrom() {
        return deliveryFrom;
    }

    public void setDeliveryFrom(String deliveryFrom) {
        this.deliveryFrom = Objects.toString(deliveryFrom, "");
    }

    public String getDeliveryUntil() {
        return deliveryUntil;
    }

    public void setDeliveryUntil(String deliveryUntil) {
        this.deliveryUntil = Objects.toString(deliveryUntil, "");
    }
}
