package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.AnsweredUnasked;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.Transition;
import jp.anpi.scheduling.internal.AnswerTable.Given;

/** What an OK does, of one participant or of many, whose rows the caller holds (E-4, E-5, E-6, E-11). */
@ApplicationScoped
public class Oks {

    @Inject
    private ScheduleTable schedules;

    @Inject
    private CheckInTable checkIns;

    @Inject
    private AnswerTable kept;

    @Inject
    private Event<CheckInConfirmed> confirmed;

    @Inject
    private Event<AnsweredUnasked> answeredUnasked;

    /** @return what each OK met, by subject */
    Map<Long, OkResult> take(Collection<Given> oks, Source source, Instant now) {
        signsOfLife(oks, now);
        kept.keep(oks, "OK", source, now);
        oks.stream()
                .map(Given::schedule)
                .filter(schedule -> schedule.nextDueAt() == null)
                .map(schedule -> new AnsweredUnasked(schedule.organizationId(), schedule.subject(), now))
                .forEach(answeredUnasked::fire);
        return oks.stream()
                .collect(Collectors.toMap(
                        ok -> ok.schedule().subject().id(),
                        ok -> new OkResult(
                                met(ok), Optional.ofNullable(ok.schedule().nextDueAt()))));
    }

    /** The same without an answer to keep: something else that they did says that they are well. */
    void signsOfLife(Collection<Given> signs, Instant now) {
        Map<Met, List<Given>> byWhatTheyMet = signs.stream()
                .collect(Collectors.groupingBy(Oks::met, () -> new EnumMap<>(Met.class), Collectors.toList()));
        byWhatTheyMet.forEach((met, those) -> {
            // A call for help stays open until a person closes it.
            schedules.markOk(those.stream().map(Given::schedule).toList(), met != Met.HELP_OPEN, now);
            switch (met) {
                case QUESTION -> confirm(those, Transition.OK_IN_TIME, now);
                case ALERT -> confirm(those, Transition.OK_AFTER_ALERT, now);
                default -> {}
            }
        });
    }

    private void confirm(List<Given> signs, Transition transition, Instant now) {
        List<CheckInRow> open =
                signs.stream().flatMap(sign -> sign.checkIn().stream()).toList();
        if (checkIns.moveAll(open, transition, Actor.PARTICIPANT, now) != open.size()) {
            throw new IllegalStateException("Check-ins were moved by somebody else meanwhile");
        }
        boolean late = transition == Transition.OK_AFTER_ALERT;
        signs.forEach(sign -> sign.checkIn()
                .map(checkIn -> checkIn.event(sign.schedule().lastOkAt()))
                .ifPresent(checkIn -> confirmed.fire(new CheckInConfirmed(checkIn, late, now))));
    }

    private static Met met(Given ok) {
        return ok.checkIn().map(CheckInRow::state).map(Oks::met).orElse(Met.NOTHING_OPEN);
    }

    private static Met met(CheckInState open) {
        return switch (open) {
            case NEED_HELP -> Met.HELP_OPEN;
            case ALERTED -> Met.ALERT;
            default -> Met.QUESTION;
        };
    }
}
