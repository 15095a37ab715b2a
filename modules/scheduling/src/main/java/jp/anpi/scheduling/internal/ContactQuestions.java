package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import jp.anpi.messaging.ChannelContact.Way;
import jp.anpi.messaging.ContactNotes;
import jp.anpi.messaging.ContactProbe;

/** Asks the platform whether it answers and reaches us, of several organizations at the same time, and notes it. */
@ApplicationScoped
public class ContactQuestions {

    /** Organizations asked about at the same time. */
    static final int AT_ONCE = 32;

    @Inject
    private ContactNotes notes;

    @Inject
    private ContactProbe probe;

    /** Returns when all have been answered, or have been in vain. */
    void ask(Way way, List<Integer> organizations, Instant now) {
        List<CompletionStage<Void>> answers = organizations.stream()
                .map(organization -> way == Way.OUT
                        ? probe.answers(organization).thenAccept(answered -> speaks(organization, answered, now))
                        : probe.reachesUs(organization).thenAccept(reached -> hears(organization, reached, now)))
                .toList();
        answers.forEach(answer -> answer.toCompletableFuture().join());
    }

    private void speaks(int organization, boolean answered, Instant now) {
        if (answered) {
            notes.answered(organization, now);
        } else {
            notes.unanswered(organization, now);
        }
    }

    private void hears(int organization, boolean reached, Instant now) {
        if (reached) {
            notes.heard(organization, now);
        } else {
            notes.outOfReach(organization, now);
        }
    }
}
