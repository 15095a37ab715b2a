package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.messaging.internal.ContactNote.Failure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Notes that were taken one after the other say the same in one: failures first, and what came after the last. */
class ContactNoteTest {

    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    @Property
    void notes_in_one_keep_the_failures_and_the_success_after_them(
            @ForAll @Size(min = 1, max = 30) List<Boolean> successes) {
        ContactNote note = null;
        List<Instant> failed = new ArrayList<>();
        Instant firstSuccess = null;
        Instant lastSuccess = null;
        for (int i = 0; i < successes.size(); i++) {
            Instant at = START.plusSeconds(i);
            ContactNote next;
            if (successes.get(i)) {
                next = ContactNote.success(at);
                firstSuccess = firstSuccess == null ? at : firstSuccess;
                lastSuccess = at;
            } else {
                next = ContactNote.failure(new Failure(at, at, at.plus(Duration.ofMinutes(1)), true));
                failed.add(at);
                firstSuccess = null;
                lastSuccess = null;
            }
            note = note == null ? next : note.followedBy(next);
        }
        assertThat(note.worksAtLast()).isEqualTo(successes.get(successes.size() - 1));
        assertThat(note.firstSuccess()).isEqualTo(firstSuccess);
        assertThat(note.lastSuccess()).isEqualTo(lastSuccess);
        assertThat(note.failure().map(Failure::first).stream().toList())
                .isEqualTo(failed.stream().limit(1).toList());
        assertThat(note.failure().map(Failure::last)).isEqualTo(failed.stream().reduce((earlier, later) -> later));
    }
}
