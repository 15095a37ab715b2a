package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Met;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a whole town is asked at one instant, the check-ins of a few are found without reading everybody's (E-19). */
class CheckInLookupTest extends InContainer {

    private static final int CROWD = 40_000;

    /** Three levels for each of a few statements about two people; the crowd takes more than a hundred. */
    private static final long FEW = 60;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private Readings readings;

    @Inject
    private Jdbi jdbi;

    private List<Long> asked;

    @BeforeEach
    void two_of_a_crowd_are_asked() {
        town.othersRest();
        asked = List.of(town.participant().id(), town.participant().id());
        List<Integer> hour = List.of(town.nextHour());
        Instant due = town.now();
        for (long member : asked) {
            due = schedules
                    .set(town.id(), Subject.participant(member), CheckInInterval.EVERY_7_DAYS, hour, town.now())
                    .nextDueAt()
                    .orElseThrow();
        }
        workLoop.advance(Duration.between(town.now(), due));
        readings.counting(() -> jdbi.useHandle(handle -> handle.execute(
                "insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind, state, policy_id,"
                        + " due_at) select -1000 - n, opened_at, organization_id, -1, 'PARTICIPANT', 'CONFIRMED',"
                        + " policy_id, due_at from generate_series(1, ?) n, check_in where subject_id = ?",
                CROWD,
                asked.get(0))));
        jdbi.useHandle(handle -> handle.execute("analyze check_in"));
    }

    @AfterEach
    void the_crowd_is_gone() {
        jdbi.useHandle(handle -> handle.execute("delete from check_in where schedule_id = -1"));
    }

    @Test
    void e19_check_ins_are_looked_up_by_id_past_nobody_elses_of_the_same_instant() {
        assertThat(town.count(
                        "check_in where opened_at = (select opened_at from check_in where subject_id = ?)",
                        asked.get(1)))
                .isEqualTo(CROWD + 2);
        Instant now = town.now();

        long pages = pages(() -> assertThat(
                        answers.okTogether(town.id(), Map.of(asked.get(0), now, asked.get(1), now), Source.BUTTON, now))
                .hasSize(2)
                .allSatisfy((member, result) -> assertThat(result.met()).isEqualTo(Met.QUESTION)));

        assertThat(pages).as("pages of the primary key").isPositive().isLessThan(FEW);
    }

    @Test
    void what_is_read_past_everybody_is_seen() {
        long pages = pages(() -> jdbi.useHandle(handle -> {
            handle.execute("set local enable_seqscan = off");
            handle.execute("select count(*) from check_in where id between ? and -1000", -1_000 - CROWD);
        }));

        assertThat(pages).isGreaterThan(FEW);
    }

    private long pages(Runnable work) {
        long before = readings.pagesOfKeys("check_in");
        readings.counting(work);
        return readings.pagesOfKeys("check_in") - before;
    }
}
