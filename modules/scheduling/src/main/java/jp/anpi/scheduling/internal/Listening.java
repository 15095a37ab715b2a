package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;
import jp.anpi.scheduling.Outage;
import jp.anpi.scheduling.OutageKind;
import org.jdbi.v3.core.Jdbi;

/** Whose silence may be counted: of those whom we could hear, and ask again after every outage (E-8). */
@ApplicationScoped
public class Listening {

    /**
     * Organizations whose people may be spoken of.
     *
     * @param organizations they would have been heard
     * @param deaf they might not have been heard, but we can speak
     */
    public record Heard(Set<Integer> organizations, Set<Integer> deaf) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private Outages outages;

    @Inject
    private ChannelContact contact;

    /** Whether everybody has been asked again after every outage that is over, and this is known to be none. */
    boolean everywhere(Instant now) {
        return alive(now) && outages.unrecovered().isEmpty();
    }

    /** Empty when there is nobody at all whose silence may be counted at that instant. */
    Optional<Heard> at(Instant now) {
        List<Outage> unsettled = outages.unsettled();
        if (!alive(now)
                || unsettled.stream().anyMatch(outage -> outage.organizationId().isEmpty())) {
            return Optional.empty();
        }
        Set<Integer> deaf = deaf(contact.doubts(), unsettled);
        Set<Integer> speaking = new HashSet<>(contact.proven(Way.OUT, now.minus(ContactProof.LASTS)));
        speaking.removeAll(unsettled.stream()
                .filter(outage ->
                        outage.kind() != OutageKind.WEBHOOK || outage.endedAt().isPresent())
                .flatMap(outage -> outage.organizationId().stream())
                .collect(Collectors.toSet()));
        deaf.retainAll(speaking);
        Set<Integer> heard = new HashSet<>(speaking);
        heard.removeAll(deaf);
        // No doubt is no proof: the question may be under way, on this node or another.
        heard.retainAll(contact.proven(Way.IN, now.minus(ContactProof.LASTS)));
        return Optional.of(new Heard(heard, deaf));
    }

    /** Organizations of which nobody is told anything at present. */
    Set<Integer> waiting() {
        Set<Integer> waiting =
                contact.doubts().stream().map(Doubt::organizationId).collect(Collectors.toSet());
        outages.unsettled().forEach(outage -> outage.organizationId().ifPresent(waiting::add));
        return waiting;
    }

    /** Those of them that cannot hear, but may be able to speak. */
    Set<Integer> deaf() {
        return deaf(contact.doubts(), outages.unsettled());
    }

    private static Set<Integer> deaf(List<Doubt> doubts, List<Outage> unsettled) {
        Set<Integer> deaf = new HashSet<>();
        doubts.stream().filter(doubt -> doubt.way() == Way.IN).forEach(doubt -> deaf.add(doubt.organizationId()));
        unsettled.stream()
                .filter(outage -> outage.kind() == OutageKind.WEBHOOK)
                .forEach(outage -> outage.organizationId().ifPresent(deaf::add));
        return deaf;
    }

    private boolean alive(Instant now) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select from heartbeat where alive_at >= :since)")
                        .bind("since", now.minus(HeartbeatTable.GAP))
                        .mapTo(Boolean.class)
                        .one());
    }
}
