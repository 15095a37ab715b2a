package jp.anpi.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever is tried in whatever order, an announcement goes out only where it may. */
class AnnouncementTransitionTest {

    private static final Set<AnnouncementState> OVER = EnumSet.of(AnnouncementState.STOPPED, AnnouncementState.DONE);

    @Property
    void nothing_is_sent_that_nobody_released(@ForAll List<AnnouncementTransition> attempts) {
        AnnouncementState state = AnnouncementState.DRAFT;
        boolean released = false;
        for (AnnouncementTransition attempt : attempts) {
            if (attempt.allowedFrom(state)) {
                released = switch (attempt) {
                    case APPROVED, RELEASED, RELEASED_IN_EMERGENCY -> true;
                    case WITHDRAWN, SENT_BACK -> false;
                    default -> released;
                };
                state = attempt.target();
            }
            assertThat(state != AnnouncementState.SENDING || released).isTrue();
        }
    }

    @Property
    void what_is_over_stays_over(@ForAll List<AnnouncementTransition> attempts) {
        AnnouncementState state = AnnouncementState.DRAFT;
        for (AnnouncementTransition attempt : attempts) {
            AnnouncementState before = state;
            if (attempt.allowedFrom(state)) {
                state = attempt.target();
            }
            assertThat(!OVER.contains(before) || state == before).isTrue();
        }
    }

    @Test
    void every_state_but_the_last_ones_leads_somewhere() {
        for (AnnouncementState state : AnnouncementState.values()) {
            boolean leads = Arrays.stream(AnnouncementTransition.values()).anyMatch(row -> row.allowedFrom(state));
            assertThat(leads).as(state.name()).isEqualTo(!OVER.contains(state));
        }
    }
}
