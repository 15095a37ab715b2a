package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import jp.anpi.line.internal.render.Choice.Style;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;

/** The questions of {@link Planning}: which days, which hour, and whether that is right. */
@Dependent
class RhythmQuestions {

    private static final int HALF_A_DAY = 12;

    private final CheckInOffers offers;
    private final CheckInSchedules schedules;

    @Inject
    RhythmQuestions(CheckInOffers offers, CheckInSchedules schedules) {
        this.offers = offers;
        this.schedules = schedules;
    }

    /** The question of the present step. */
    Utterance of(Talk talk) {
        CheckInOffer offer = offers.of(talk.organizationId());
        LocalTime preset = LocalTime.of(offer.defaultHour(), 0);
        return switch (talk.state().step().orElseThrow()) {
            case INTERVAL -> intervals(talk, offer);
            case HOUR -> hour(talk, offer.hoursADay() == 2 ? "planning.first-hour" : "planning.hour", preset);
            case SECOND_HOUR -> hour(talk, "planning.second-hour", preset.plusHours(HALF_A_DAY));
            default -> summary(talk, Plan.of(talk.data()));
        };
    }

    private static Utterance intervals(Talk talk, CheckInOffer offer) {
        CardBuilder card = talk.card("planning.interval");
        for (CheckInInterval interval : offer.intervals()) {
            card.press(Style.SECONDARY, Days.of(talk).interval(interval), Deed.INTERVAL, interval.name());
        }
        return card.build();
    }

    private static Utterance hour(Talk talk, String key, LocalTime initial) {
        return talk.card(key).pickHour(initial).build();
    }

    private Utterance summary(Talk talk, Plan plan) {
        CheckInInterval interval = plan.interval().orElseThrow();
        Instant first = schedules.firstQuestion(talk.organizationId(), interval, plan.hours(), talk.now());
        Days days = Days.of(talk);
        return talk.card("planning.summary", days.rhythm(interval, plan.hours()), days.fullSlot(first))
                .yesNo()
                .build();
    }
}
