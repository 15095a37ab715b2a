package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.DueWork;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;

/**
 * Looks after doubts about the contact with the outside (E-8): what does not answer is asked again at growing intervals,
 * becomes an outage if it lasts, and is settled when it works again.
 */
@ApplicationScoped
public class ContactWatch implements DueWork {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** To settle, to make an outage of, or to ask again. */
    private static final String FIRST_DUE = "select min(coalesce(d.restored_at, case when "
            + ContactSettlement.IS_OUTAGE + " then d.next_question_at else least(d.next_question_at, d.outage_at) end))"
            + " from channel_contact d where d.failed_since is not null";

    @Inject
    private ChannelContact contact;

    @Inject
    private ContactQuestions questions;

    @Inject
    private ContactSettlement settlement;

    @Override
    public String name() {
        return "contact";
    }

    /** Before anything that asks again after an outage, or counts silence. */
    @Override
    public int order() {
        return 4;
    }

    @Override
    public String firstDue() {
        return FIRST_DUE;
    }

    @Override
    public boolean hasNews() {
        return contact.hasNews();
    }

    @Override
    public boolean runSlice(Instant now) {
        List<Doubt> doubts = contact.doubts();
        boolean any = false;
        for (Doubt doubt : doubts) {
            any |= settlement.settle(doubt, now);
        }
        return askAgain(doubts, now) || any;
    }

    private boolean askAgain(List<Doubt> doubts, Instant now) {
        boolean any = false;
        for (Way way : Way.values()) {
            List<Integer> asked = doubts.stream()
                    .filter(doubt -> doubt.way() == way
                            && doubt.restoredAt().isEmpty()
                            && !doubt.nextQuestionAt().isAfter(now))
                    .limit(ContactQuestions.AT_ONCE)
                    .filter(doubt -> contact.mayAskAgain(doubt, now, now.plus(pauseAfter(doubt.questions()))))
                    .map(Doubt::organizationId)
                    .toList();
            questions.ask(way, asked, now);
            any |= !asked.isEmpty();
        }
        return any;
    }

    /** 30 seconds, doubled with each question in vain, 5 minutes at most. */
    static Duration pauseAfter(int questions) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(questions, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
