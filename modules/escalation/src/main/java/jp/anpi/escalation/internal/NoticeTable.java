package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.anpi.messaging.OutboxMessage;
import org.jdbi.v3.core.Jdbi;

/** The SQL of notices: who was told by which message about which incident. */
@ApplicationScoped
public class NoticeTable {

    @Inject
    private Jdbi jdbi;

    /** Notices of those messages; their references are incident ids. */
    void insert(Collection<OutboxMessage> messages, int step) {
        List<UUID> ids = new ArrayList<>();
        List<Long> recipients = new ArrayList<>();
        List<Long> incidents = new ArrayList<>();
        List<Integer> organizations = new ArrayList<>();
        for (OutboxMessage message : messages) {
            for (int i = 0; i < message.recipients().size(); i++) {
                ids.add(message.id());
                recipients.add(message.recipients().get(i));
                incidents.add(message.references().get(i));
                organizations.add(message.organizationId());
            }
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step)"
                                + " select m.id, m.recipient, m.organization, m.incident, :step"
                                + " from unnest(:ids, :recipients, :organizations, :incidents)"
                                + " as m (id, recipient, organization, incident)"
                                + " on conflict (incident_id, recipient_id, step) do nothing")
                .bind("step", step)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("recipients", recipients.toArray(Long[]::new))
                .bind("organizations", organizations.toArray(Integer[]::new))
                .bind("incidents", incidents.toArray(Long[]::new))
                .execute());
    }

    /** Recipients by message whose notice still waits and whose incident is still open. */
    Map<UUID, Set<Long>> waiting(Collection<OutboxMessage> messages) {
        Map<UUID, Set<Long>> waiting = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select n.message_id, n.recipient_id from alert_notice n"
                        + " join incident i on i.id = n.incident_id where n.message_id = any(:ids)"
                        + " and n.state in ('WAITING', 'UNKNOWN') and i.closed_at is null")
                .bind("ids", ids(messages))
                .setFetchSize(5000)
                .map((row, context) -> waiting.computeIfAbsent(
                                row.getObject("message_id", UUID.class), id -> new HashSet<>())
                        .add(row.getLong("recipient_id")))
                .list());
        return waiting;
    }

    /** Sets the state of exactly those recipients that the messages now address. */
    void settle(Collection<OutboxMessage> messages, String state, Instant at) {
        List<UUID> ids = new ArrayList<>();
        List<Long> recipients = new ArrayList<>();
        for (OutboxMessage message : messages) {
            for (Long recipient : message.recipients()) {
                ids.add(message.id());
                recipients.add(recipient);
            }
        }
        jdbi.useHandle(handle -> handle.createUpdate("update alert_notice n set state = :state,"
                        + " accepted_at = case when :state = 'ACCEPTED' then :at else n.accepted_at end"
                        + " from unnest(:ids, :recipients) as m (id, recipient)"
                        + " where n.message_id = m.id and n.recipient_id = m.recipient and n.state <> 'ACCEPTED'")
                .bind("state", state)
                .bind("at", at)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("recipients", recipients.toArray(Long[]::new))
                .execute());
    }

    /** Everyone who was told about the incident, or may have been. */
    Set<Long> told(long incident) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select distinct recipient_id from"
                        + " alert_notice where incident_id = :incident and state in ('ACCEPTED', 'UNKNOWN')")
                .bind("incident", incident)
                .mapTo(Long.class)
                .list()));
    }

    /** The incident that this message told this person about; also when it is long closed. */
    Optional<Long> incidentOf(int organizationId, UUID message, long recipient) {
        return jdbi.withHandle(handle -> handle.createQuery("select incident_id from alert_notice where"
                        + " message_id = :message and recipient_id = :recipient and organization_id = :organization"
                        + " and state in ('ACCEPTED', 'UNKNOWN')")
                .bind("message", message)
                .bind("recipient", recipient)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .findOne());
    }

    /** Incidents among those references that were answered while the message was on its way. */
    Map<Long, Set<Long>> toldButAnswered(Collection<OutboxMessage> messages) {
        Map<Long, Set<Long>> told = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select n.incident_id, n.recipient_id from alert_notice n"
                        + " join incident i on i.id = n.incident_id where n.message_id = any(:ids)"
                        + " and n.state = 'ACCEPTED' and i.closed_at is not null and i.outcome = 'ANSWERED'")
                .bind("ids", ids(messages))
                .map((row, context) -> told.computeIfAbsent(row.getLong("incident_id"), id -> new HashSet<>())
                        .add(row.getLong("recipient_id")))
                .list());
        return told;
    }

    /** Incidents of those messages about which nobody was told, nor will be. */
    List<Long> withoutAnybody(Collection<OutboxMessage> messages) {
        return jdbi.withHandle(handle -> handle.createQuery("select distinct n.incident_id from alert_notice n"
                        + " join incident i on i.id = n.incident_id and i.closed_at is null"
                        + " where n.message_id = any(:ids) and not exists (select from alert_notice other"
                        + " where other.incident_id = n.incident_id and other.state <> 'DROPPED')")
                .bind("ids", ids(messages))
                .mapTo(Long.class)
                .list());
    }

    void replace(OutboxMessage message, List<OutboxMessage> parts) {
        jdbi.useHandle(handle -> parts.forEach(part -> handle.createUpdate("update alert_notice set message_id = :part"
                        + " where message_id = :message and recipient_id = any(:recipients)")
                .bind("part", part.id())
                .bind("message", message.id())
                .bind("recipients", part.recipients().toArray(Long[]::new))
                .execute()));
    }

    private static UUID[] ids(Collection<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::id).toArray(UUID[]::new);
    }
}
