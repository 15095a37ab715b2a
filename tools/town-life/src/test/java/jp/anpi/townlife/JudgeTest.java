package jp.anpi.townlife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.anpi.townlife.Diary.Deed;
import jp.anpi.townlife.Diary.Told;
import jp.anpi.townlife.Disturbance.Kind;
import org.junit.jupiter.api.Test;

/** A judge who never finds fault is worth nothing: each fault that both promises exclude, made by hand. */
class JudgeTest {

    private static final Instant REGISTERED = at("2026-04-01T05:20:00Z");
    private static final Instant ASKED = at("2026-04-01T23:00:00Z");
    private static final Instant REMINDED = ASKED.plus(Duration.ofHours(24));
    private static final Instant ALERTED = ASKED.plus(Duration.ofHours(27));
    private static final int DAUGHTER = 1;
    private static final int SON = 2;

    private record Someone(Diary diary, boolean gone) implements Account {
        @Override
        public Grid grid() {
            return Grid.startingAfter(REGISTERED, 5, 8);
        }

        @Override
        public Instant registered() {
            return REGISTERED;
        }

        @Override
        public Instant deletedAt() {
            return Instant.MAX;
        }

        @Override
        public boolean watched() {
            return true;
        }

        @Override
        public boolean gone(Instant at) {
            return gone;
        }

        @Override
        public boolean away(Instant at) {
            return false;
        }

        @Override
        public Fate fate() {
            return gone ? Fate.FALLS_SILENT : Fate.STAYS;
        }
    }

    private final Diary diary = new Diary();

    @Test
    void a_silence_that_was_reported_in_time_is_no_fault() {
        asked(ASKED, REMINDED);
        told(ALERTED, DAUGHTER, Sight.SILENCE);
        Judge judge = judge(true);
        assertThat(judge.findings()).isEmpty();
        assertThat(judge.alerts()).extracting(Judge.Alert::cause).containsExactly(Cause.SILENT_FOR_GOOD);
    }

    @Test
    void a_silence_that_nobody_was_told_of_is_found() {
        asked(ASKED, REMINDED);
        assertThat(judge(true).findings()).singleElement().asString().contains("NOT REPORTED");
    }

    @Test
    void a_silence_that_was_reported_late_is_found() {
        asked(ASKED, REMINDED);
        told(ALERTED.plus(Duration.ofMinutes(10)), DAUGHTER, Sight.SILENCE);
        assertThat(judge(true).findings()).singleElement().asString().contains("NOT REPORTED");
    }

    @Test
    void after_an_outage_the_report_may_come_three_hours_after_the_new_question() {
        Disturbance outage = new Disturbance(Kind.STOPPED, ALERTED.minusSeconds(3600), ALERTED.plusSeconds(3600));
        asked(ASKED, REMINDED, outage.ended());
        told(outage.ended().plus(Reference.ANSWER_WINDOW), DAUGHTER, Sight.SILENCE);
        assertThat(judge(true, outage).findings()).isEmpty();
    }

    @Test
    void a_question_that_was_held_may_go_before_the_shortage_is_over_but_once() {
        Disturbance shortage = new Disturbance(Kind.QUOTA_SHORT, ASKED.minusSeconds(3600), ASKED.plusSeconds(36_000));
        asked(ASKED.plusSeconds(1800));
        diary.done(ASKED.plusSeconds(3600), Deed.OK, true, null);
        assertThat(judge(false, shortage).findings()).isEmpty();
        asked(ASKED.plusSeconds(5400));
        assertThat(judge(false, shortage).findings()).singleElement().asString().contains("a question too many");
    }

    @Test
    void an_alert_before_27_hours_is_ours() {
        asked(ASKED, REMINDED);
        told(ALERTED.minusSeconds(600), DAUGHTER, Sight.SILENCE);
        assertThat(judge(false).findings()).singleElement().asString().contains("OUR FAULT");
    }

    @Test
    void an_alert_within_three_hours_after_an_outage_is_ours() {
        Disturbance outage = new Disturbance(Kind.KILLED, ALERTED.minusSeconds(3600), ALERTED.minusSeconds(60));
        asked(ASKED, REMINDED, outage.ended());
        told(ALERTED, DAUGHTER, Sight.SILENCE);
        assertThat(judge(true, outage).findings()).singleElement().asString().contains("OUR FAULT");
    }

    @Test
    void an_alert_on_somebody_whose_answer_was_lost_and_who_was_not_asked_again_is_ours() {
        Disturbance outage = new Disturbance(Kind.STOPPED, REMINDED.plusSeconds(60), REMINDED.plusSeconds(120));
        asked(ASKED, REMINDED);
        diary.done(REMINDED.plusSeconds(90), Deed.OK, false, null);
        told(outage.ended().plus(Reference.ANSWER_WINDOW), DAUGHTER, Sight.SILENCE);
        assertThat(judge(false, outage).findings()).anyMatch(finding -> finding.contains("OUR FAULT"));
    }

    @Test
    void an_alert_after_an_answer_is_ours() {
        asked(ASKED);
        diary.done(ASKED.plusSeconds(1200), Deed.OK, true, null);
        told(ALERTED, DAUGHTER, Sight.SILENCE);
        assertThat(judge(false).findings()).anyMatch(finding -> finding.contains("OUR FAULT"));
    }

    @Test
    void whoever_was_told_is_owed_the_all_clear_and_nobody_else() {
        asked(ASKED, REMINDED);
        told(ALERTED, DAUGHTER, Sight.SILENCE);
        Instant late = ALERTED.plusSeconds(7200);
        diary.done(late, Deed.OK, true, null);
        told(late, SON, Sight.ALL_CLEAR);
        assertThat(judge(false).findings())
                .hasSize(2)
                .anyMatch(finding -> finding.contains("watcher 1 was left without"))
                .anyMatch(finding -> finding.contains("watcher 2 got an all-clear for nothing"));
    }

    @Test
    void an_answer_at_the_very_instant_of_the_alert_ends_it() {
        asked(ASKED, REMINDED);
        told(ALERTED, DAUGHTER, Sight.SILENCE);
        diary.done(ALERTED, Deed.OK, true, null);
        assertThat(judge(false).findings()).singleElement().asString().contains("watcher 1 was left without");
        told(ALERTED, DAUGHTER, Sight.ALL_CLEAR);
        assertThat(judge(false).findings()).isEmpty();
    }

    @Test
    void a_slot_asked_twice_or_not_at_all_is_found() {
        asked(ASKED, ASKED);
        diary.done(ASKED.plusSeconds(1200), Deed.OK, true, null);
        assertThat(judge(false).findings()).singleElement().asString().contains("a question too many");

        Diary unasked = new Diary();
        unasked.done(ASKED.plusSeconds(1200), Deed.OK, true, null);
        assertThat(judge(new Someone(unasked, false)).findings())
                .singleElement()
                .asString()
                .contains("was not asked");
    }

    @Test
    void a_question_in_a_pause_is_found() {
        diary.done(REGISTERED.plusSeconds(60), Deed.PAUSE, true, LocalDate.of(2026, 4, 5));
        asked(ASKED);
        assertThat(judge(false).findings()).singleElement().asString().contains("asked in a pause");
    }

    private void asked(Instant... instants) {
        List.of(instants).forEach(instant -> diary.asked(instant, Sight.QUESTION));
    }

    private void told(Instant at, int watcher, Sight sight) {
        diary.told(new Told(at, watcher, sight, false));
    }

    private Judge judge(boolean gone, Disturbance... disturbances) {
        return judge(new Someone(diary, gone), disturbances);
    }

    private static Judge judge(Someone someone, Disturbance... disturbances) {
        return Judge.of(someone, new Reference(List.of(disturbances)), REGISTERED.plus(Duration.ofDays(4)));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
