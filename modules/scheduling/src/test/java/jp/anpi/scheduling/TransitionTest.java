package jp.anpi.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The one table of transitions against the design's own, written down here a second time. */
class TransitionTest {

    private static final Map<CheckInState, Set<CheckInState>> DESIGN = Map.of(
            CheckInState.PENDING,
                    states("SENT HELD CONFIRMED NEED_HELP SKIPPED SUPERSEDED UNREACHABLE CANCELLED CLOSED_BY_STAFF"),
            CheckInState.HELD,
                    states("SENT CONFIRMED NEED_HELP SKIPPED SUPERSEDED UNREACHABLE CANCELLED CLOSED_BY_STAFF"),
            CheckInState.SENT,
                    states("REMINDED ALERTED CONFIRMED NEED_HELP SKIPPED UNREACHABLE CANCELLED CLOSED_BY_STAFF"),
            CheckInState.REMINDED, states("ALERTED CONFIRMED NEED_HELP SKIPPED UNREACHABLE CANCELLED CLOSED_BY_STAFF"),
            CheckInState.ALERTED,
                    states("CONFIRMED_LATE NEED_HELP UNREACHABLE CANCELLED CLOSED_BY_STAFF CLOSED_BY_WATCHER"),
            CheckInState.NEED_HELP, states("UNREACHABLE CANCELLED CLOSED_BY_STAFF CLOSED_BY_WATCHER"));

    @Test
    void the_table_is_the_design_s() {
        for (CheckInState from : CheckInState.values()) {
            Set<CheckInState> targets = EnumSet.noneOf(CheckInState.class);
            for (Transition transition : Transition.values()) {
                if (transition.allowedFrom(from)) {
                    targets.add(transition.target());
                }
            }
            assertThat(targets).as("from " + from).isEqualTo(DESIGN.getOrDefault(from, Set.of()));
        }
    }

    @Property(tries = 500)
    void whatever_happens_a_closed_check_in_stays_closed(@ForAll @Size(max = 40) List<Transition> events) {
        CheckInState state = CheckInState.PENDING;
        List<CheckInState> closed = new ArrayList<>();
        for (Transition event : events) {
            if (event.allowedFrom(state)) {
                state = event.from(state);
            } else {
                CheckInState stuck = state;
                assertThatThrownBy(() -> event.from(stuck)).isInstanceOf(IllegalStateException.class);
            }
            if (!state.open()) {
                closed.add(state);
            }
        }
        assertThat(closed.stream().distinct().count()).isLessThanOrEqualTo(1);
    }

    @Test
    void silence_is_only_counted_where_the_question_was_asked_E_8() {
        assertThat(Transition.STEP_REACHED.allowedFrom(CheckInState.PENDING)).isFalse();
        assertThat(Transition.STEP_REACHED.allowedFrom(CheckInState.HELD)).isFalse();
    }

    @Test
    void only_a_person_ends_a_call_for_help_E_11() {
        Set<Transition> ends = EnumSet.allOf(Transition.class).stream()
                .filter(transition -> transition.allowedFrom(CheckInState.NEED_HELP))
                .collect(Collectors.toSet());
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        Transition.WATCHER_CLOSED, Transition.STAFF_CLOSED, Transition.BLOCKED, Transition.LEFT);
    }

    private static Set<CheckInState> states(String names) {
        return List.of(names.split(" ")).stream().map(CheckInState::valueOf).collect(Collectors.toSet());
    }
}
