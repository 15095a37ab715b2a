package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.simulator.traffic.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clock starts when LINE accepts the question, and not before (E-2). */
@ExtendWith(CleanLogs.class)
class ClockStartsAtAcceptanceTest {

    private final Town town = Town.shared();
    private Person mother;
    private Person daughter;

    @BeforeEach
    void early_in_the_morning() {
        town.advanceToNext(7, 0);
        mother = town.participant("2日毎", 8);
        daughter = mother.watcher().readAll();
        mother.readAll();
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"SERVICE_UNAVAILABLE", "RATE_LIMITED", "DROP_BEFORE_ACCEPT"})
    void e2_late_question_has_late_deadlines(FaultKind fault) {
        town.line().faults().begin(fault);
        town.advanceToNext(11, 0);
        assertThat(mother.questions()).isEmpty();
        town.line().faults().clear();
        town.advanceMinutes(30);
        List<Instant> asked = Person.times(mother.questions());
        assertThat(asked).hasSize(1);
        Instant accepted = asked.get(0);

        town.advance(
                Duration.between(town.now(), accepted.plus(Duration.ofHours(27)).minusSeconds(1)));
        assertThat(Person.times(mother.questions())).containsExactly(accepted.plus(Duration.ofHours(24)));
        assertThat(daughter.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(Person.times(daughter.news())).containsExactly(accepted.plus(Duration.ofHours(27)));
    }

    @Test
    void e2_question_that_was_never_accepted_is_held_and_superseded_by_the_next() {
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceToNext(8, 0);
        town.advanceHours(47);
        assertThat(states()).containsExactly("HELD");
        town.advanceHours(1);
        assertThat(states()).containsExactly("SUPERSEDED", "HELD");
        town.line().faults().clear();
        town.advanceMinutes(15);
        assertThat(mother.questions()).as("the newest only").hasSize(1);
        assertThat(states()).containsExactly("SUPERSEDED", "SENT");
        assertThat(daughter.news()).as("our failure is not her silence").isEmpty();
    }

    @Test
    void e2_reminder_that_line_took_late_leaves_the_time_to_answer() {
        town.advanceToNext(8, 0);
        Instant asked = town.now();
        town.advanceHours(23);
        mother.readAll();
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceHours(3);
        town.line().faults().clear();
        town.advanceMinutes(30);
        Instant reminded = mother.questions().get(0).at();
        assertThat(reminded).isAfterOrEqualTo(asked.plus(Duration.ofHours(26)));
        town.advanceHours(3);
        assertThat(Person.times(daughter.news())).containsExactly(reminded.plus(Duration.ofHours(3)));
    }

    private List<String> states() {
        return town.records().checkInStates(mother.phone().userId());
    }
}
