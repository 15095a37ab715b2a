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
 * While answers are awaited of people who were asked again and of whom others are told next, the platform is asked now and
 * then whether it still reaches us (E-8). A tap that is lost on the way leaves no trace here: where nobody looked until the
 * alert falls due, an answer window might have lain in an outage that is over.
 *
 * <p>Of an organization of whose people nobody's answer is awaited, nothing is asked.
 */
@ApplicationScoped
public class ContactVigil implements DueWork {

    /** What lasts longer is seen. The platform allows 60 tries of the webhook in an hour. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    /** The answer window that counts where none is set. */
    private static final Duration BEFORE = Duration.ofHours(3);

    /**
     * The next look at whatever was not looked at for longest, once the first alert is near enough. What is in doubt is asked
     * about anyway.
     */
    private static final String FIRST_DUE = """
            select greatest(step.first - interval '%d minutes', look.last + interval '%d minutes')
            from (select min(next_step_at) as first from check_in
                  where state = 'REMINDED' and next_step_at is not null) step,
                 (select min(coalesce(greatest(asked_at, proven_at), '-infinity')) as last from channel_contact c
                  where way = 'IN' and not exists (select from channel_contact d
                      where d.organization_id = c.organization_id and d.failed_since is not null)) look
            where step.first is not null and look.last is not null
            """.formatted(BEFORE.toMinutes(), EVERY.toMinutes());

    @Inject
    private ChannelContact contact;

    @Inject
    private DueSteps steps;

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
        Set<Integer> awaiting = steps.awaiting(unlooked, now.plus(BEFORE));
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
