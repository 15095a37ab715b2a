package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueWork;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;
import jp.anpi.messaging.ContactNotes;
import jp.anpi.messaging.ContactProbe;

/**
 * Before silence is counted, contact must be proven (E-8): where no proof has come by itself the platform is asked, once
 * for each organization of whom somebody is to be told something. What does not answer is asked again at growing
 * intervals.
 *
 * <p>While nothing is to be told and nothing is in doubt, nobody is asked anything.
 */
@ApplicationScoped
public class ContactWatch implements DueWork {

    /** A proof lasts so long. */
    static final Duration PROOF_LASTS = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** The platform allows 60 tries of the webhook in an hour; its other answers cost nothing. */
    private static final Map<Way, Duration> ASKED_AT_MOST_EVERY =
            new EnumMap<>(Map.of(Way.OUT, Duration.ofSeconds(10), Way.IN, Duration.ofMinutes(4)));

    /** To settle, to ask again, or to make an outage of; and contact is proven before anybody is told of a silence. */
    private static final String FIRST_DUE = "select least((" + DueSteps.FIRST_DUE + "), ("
            + "select min(coalesce(d.restored_at, case when " + ContactSettlement.IS_OUTAGE
            + " then d.next_question_at else least(d.next_question_at, d.outage_at) end))"
            + " from channel_contact d where d.failed_since is not null))";

    /** Organizations asked about at the same time. */
    private static final int AT_ONCE = 32;

    @Inject
    private ChannelContact contact;

    @Inject
    private ContactNotes notes;

    @Inject
    private ContactProbe probe;

    @Inject
    private ContactSettlement settlement;

    @Inject
    private DueSteps steps;

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
    public boolean mayBeLate() {
        return false;
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
        any |= askAgain(doubts, now);
        return askBeforeTelling(doubts, now) || any;
    }

    private boolean askAgain(List<Doubt> doubts, Instant now) {
        boolean any = false;
        for (Way way : Way.values()) {
            List<Integer> asked = doubts.stream()
                    .filter(doubt -> doubt.way() == way
                            && doubt.restoredAt().isEmpty()
                            && !doubt.nextQuestionAt().isAfter(now))
                    .limit(AT_ONCE)
                    .filter(doubt -> contact.mayAskAgain(doubt, now, now.plus(pauseAfter(doubt.questions()))))
                    .map(Doubt::organizationId)
                    .toList();
            ask(way, asked, now);
            any |= !asked.isEmpty();
        }
        return any;
    }

    /** 30 seconds, doubled with each question in vain, 5 minutes at most. */
    static Duration pauseAfter(int questions) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(questions, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private boolean askBeforeTelling(List<Doubt> doubts, Instant now) {
        Set<Integer> deaf = in(doubts, Way.IN);
        Set<Integer> doubted = new HashSet<>(in(doubts, Way.OUT));
        doubted.addAll(deaf);
        Set<Integer> waiting = new HashSet<>(steps.organizationsToTell(now, doubted));
        // Those that cannot hear tell at last all the same, as long as they can speak.
        waiting.addAll(deaf);
        waiting.removeAll(in(doubts, Way.OUT));
        if (waiting.isEmpty()) {
            return false;
        }
        boolean asked = askUnproven(Way.OUT, waiting, now);
        waiting.removeAll(deaf);
        waiting.retainAll(contact.proven(Way.OUT, now.minus(PROOF_LASTS)));
        return asked | askUnproven(Way.IN, waiting, now);
    }

    private boolean askUnproven(Way way, Collection<Integer> organizations, Instant now) {
        Set<Integer> proven = contact.proven(way, now.minus(PROOF_LASTS));
        List<Integer> unproven = organizations.stream()
                .filter(organization -> !proven.contains(organization))
                .limit(AT_ONCE)
                .filter(organization -> contact.mayAsk(organization, way, now, now.minus(ASKED_AT_MOST_EVERY.get(way))))
                .toList();
        ask(way, unproven, now);
        return !unproven.isEmpty();
    }

    private void ask(Way way, List<Integer> organizations, Instant now) {
        List<CompletionStage<Void>> answers = new ArrayList<>();
        for (int organization : organizations) {
            answers.add(
                    way == Way.OUT
                            ? probe.answers(organization).thenAccept(answered -> speaks(organization, answered, now))
                            : probe.reachesUs(organization).thenAccept(reached -> hears(organization, reached, now)));
        }
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

    private static Set<Integer> in(List<Doubt> doubts, Way way) {
        return doubts.stream()
                .filter(doubt -> doubt.way() == way)
                .map(Doubt::organizationId)
                .collect(Collectors.toSet());
    }
}
