package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.anpi.foundation.DueWork;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Way;

/**
 * While answers are awaited of people of whom others are told next, the platform is asked now and then whether it still
 * reaches us (E-8). A tap that is lost on the way leaves no trace here: where nobody looked until the alert falls due, an
 * answer window might have lain in an outage that is over.
 *
 * <p>Looked at is what {@link jp.anpi.scheduling.Outage#touches} asks about: the answer window of the frozen policy, before
 * a step that tells somebody, be it that a reminder went before it or not; where slots are counted, the last of them. Of an
 * organization of whose people nobody's answer is awaited, nothing is asked.
 */
@ApplicationScoped
public class ContactVigil implements DueWork {

    /** What lasts longer is seen. The platform allows 60 tries of the webhook in an hour. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    /**
     * The next look at whatever was not looked at for longest, once somebody's answer may be awaited. What is in doubt is
     * asked about anyway.
     */
    private static final String FIRST_DUE = """
            select greatest(awaited.since, look.last + interval '%d minutes')
            from (%s) awaited,
                 (select min(coalesce(greatest(asked_at, proven_at), '-infinity')) as last from channel_contact c
                  where way = 'IN' and not exists (select from channel_contact d
                      where d.organization_id = c.organization_id and d.failed_since is not null)) look
            where awaited.since is not null and look.last is not null
            """.formatted(EVERY.toMinutes(), AwaitedAnswers.SINCE);

    @Inject
    private ChannelContact contact;

    @Inject
    private AwaitedAnswers awaited;

    @Inject
    private ContactProof proof;

    @Inject
    private ContactQuestions questions;

    @Override
    public String name() {
        return "contact-vigil";
    }

    /** Before the proof, which then need not ask again. */
    @Override
    public int order() {
        return 14;
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
    public boolean runSlice(Instant now) {
        Instant since = now.minus(EVERY);
        Set<Integer> unlooked = new HashSet<>(contact.unlookedAt(Way.IN, since));
        contact.doubts().forEach(doubt -> unlooked.remove(doubt.organizationId()));
        Set<Integer> awaiting = awaited.among(unlooked, now);
        boolean asked = proof.askUnproven(Way.OUT, awaiting, now);
        // Who does not answer cannot be asked to try; nobody is kept from asking once it answers again.
        Set<Integer> speaking = contact.proven(Way.OUT, now.minus(ContactProof.LASTS));
        unlooked.removeIf(organization -> awaiting.contains(organization) && !speaking.contains(organization));
        List<Integer> looked = unlooked.stream()
                .filter(organization -> contact.mayAsk(organization, Way.IN, now, since))
                .limit(ContactQuestions.AT_ONCE)
                .toList();
        questions.ask(Way.IN, looked.stream().filter(awaiting::contains).toList(), now);
        return asked || !looked.isEmpty();
    }
}
