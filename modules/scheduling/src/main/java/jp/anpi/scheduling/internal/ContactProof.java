package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueWork;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;

/**
 * Before silence is counted, contact must be proven (E-8): where no proof has come by itself the platform is asked, once
 * for each organization of whom somebody is to be told something.
 */
@ApplicationScoped
public class ContactProof implements DueWork {

    /** A proof lasts so long. */
    static final Duration LASTS = Duration.ofMinutes(5);

    /** The platform allows 60 tries of the webhook in an hour; its other answers cost nothing. */
    private static final Map<Way, Duration> ASKED_AT_MOST_EVERY =
            new EnumMap<>(Map.of(Way.OUT, Duration.ofSeconds(10), Way.IN, Duration.ofMinutes(4)));

    @Inject
    private ChannelContact contact;

    @Inject
    private ContactQuestions questions;

    @Inject
    private DueSteps steps;

    @Override
    public String name() {
        return "contact-proof";
    }

    /** Just before the steps. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public String firstDue() {
        return DueSteps.FIRST_DUE;
    }

    @Override
    public boolean mayBeLate() {
        return false;
    }

    @Override
    public boolean runSlice(Instant now) {
        List<Doubt> doubts = contact.doubts();
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
        waiting.retainAll(contact.proven(Way.OUT, now.minus(LASTS)));
        return asked | askUnproven(Way.IN, waiting, now);
    }

    /** Whether any was asked about: those of which no proof is fresh, and of which nobody else has just asked. */
    boolean askUnproven(Way way, Collection<Integer> organizations, Instant now) {
        Set<Integer> proven = contact.proven(way, now.minus(LASTS));
        List<Integer> unproven = organizations.stream()
                .filter(organization -> !proven.contains(organization))
                .limit(ContactQuestions.AT_ONCE)
                .filter(organization -> contact.mayAsk(organization, way, now, now.minus(ASKED_AT_MOST_EVERY.get(way))))
                .toList();
        questions.ask(way, unproven, now);
        return !unproven.isEmpty();
    }

    private static Set<Integer> in(List<Doubt> doubts, Way way) {
        return doubts.stream()
                .filter(doubt -> doubt.way() == way)
                .map(Doubt::organizationId)
                .collect(Collectors.toSet());
    }
}
