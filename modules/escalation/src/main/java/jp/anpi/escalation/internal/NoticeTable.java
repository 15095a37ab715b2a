package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    static final String[] BEFORE_ATTEMPT = {"WAITING"};
    static final String[] DURING_ATTEMPT = {"SENDING"};
    static final String[] BEFORE_KNOWN = {"WAITING", "SENDING"};
    static final String[] NOT_ACCEPTED = {"WAITING", "SENDING", "UNKNOWN"};

    private static final String STILL_WATCHED = stillWatched("n");

    /** Those who saw the alert, or may have. */
    private static final String TOLD = "('SENDING', 'UNKNOWN', 'ACCEPTED')";

    /** How long LINE may take to take an alert before it goes another way. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Whether anybody was told about incident {@code i}, or still may be: by LINE, or by another way. */
    private static final String SOMEBODY = "(exists (select from alert_notice other where other.incident_id = i.id"
            + " and other.state <> 'DROPPED' and not (other.state = 'WAITING' and (other.refused_at is not null"
            + " or not " + stillWatched("other") + ")))"
            + " or exists (select from urgent_delivery d where d.incident_ids @> array[i.id] and d.step is not null"
            + " and d.state in ('READY', 'ACCEPTED')))";

    /** An alert that LINE has not taken, and whether it still has a meaning. */
    record NotTaken(AnotherWay.Undelivered alert, boolean refused, boolean meant) {}

    /** When the first alert is to go another way. */
    static final String FIRST_ELSEWHERE = "select min(elsewhere_at) from alert_notice where elsewhere_at is not null";

    @Inject
    private Jdbi jdbi;

    /** A watch may end while the alert about it is being written, unseen by the one who ends it (E-7). */
    private static String stillWatched(String notice) {
        return "(i.subject_kind <> 'PARTICIPANT' or exists (select from watch_link l"
                + " where l.organization_id = i.organization_id and l.participant_id = i.subject_id"
                + " and l.watcher_id = " + notice + ".recipient_id))";
    }

    /** Notices of those messages; their references are incident ids. */
    void insert(Collection<OutboxMessage> messages, int step, Instant now) {
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
                        "insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step,"
                                + " elsewhere_at) select m.id, m.recipient, m.organization, m.incident, :step, :elsewhere"
                                + " from unnest(:ids, :recipients, :organizations, :incidents)"
                                + " as m (id, recipient, organization, incident)"
                                + " on conflict (incident_id, recipient_id, step) do nothing")
                .bind("step", step)
                .bind("elsewhere", now.plus(PATIENCE))
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("recipients", recipients.toArray(Long[]::new))
                .bind("organizations", organizations.toArray(Integer[]::new))
                .bind("incidents", incidents.toArray(Long[]::new))
                .execute());
    }

    /**
     * Recipients by message whose notice still waits, whose incident is still open and who still watch. The incidents
     * are locked: an answer comes either before this look, or after it is known that an attempt began.
     */
    Map<UUID, Set<Long>> waiting(Collection<OutboxMessage> messages) {
        Map<UUID, Set<Long>> waiting = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select n.message_id, n.recipient_id from alert_notice n"
                        + " join incident i on i.id = n.incident_id where n.message_id = any(:ids)"
                        + " and n.state = any(:states) and i.closed_at is null and " + STILL_WATCHED
                        + " order by i.id for no key update of i")
                .bind("states", NOT_ACCEPTED)
                .bind("ids", ids(messages))
                .setFetchSize(5000)
                .map((row, context) -> waiting.computeIfAbsent(
                                row.getObject("message_id", UUID.class), id -> new HashSet<>())
                        .add(row.getLong("recipient_id")))
                .list());
        return waiting;
    }

    /** Sets the state of exactly those recipients that the messages now address and whose notice is in one of those. */
    void settle(Collection<OutboxMessage> messages, String[] from, String state, Instant at) {
        List<UUID> ids = new ArrayList<>();
        List<Long> recipients = new ArrayList<>();
        for (OutboxMessage message : messages) {
            for (Long recipient : message.recipients()) {
                ids.add(message.id());
                recipients.add(recipient);
            }
        }
        jdbi.useHandle(handle -> handle.createUpdate("update alert_notice n set state = :state,"
                        + " accepted_at = case when :state = 'ACCEPTED' then :at else n.accepted_at end,"
                        + " elsewhere_at = case when :state not in ('ACCEPTED', 'DROPPED') then n.elsewhere_at end"
                        // Selected, so that PostgreSQL does not count them: for hundreds it would rather read the
                        // table.
                        + " from unnest((select :ids), (select :recipients)) as m (id, recipient)"
                        + " where n.message_id = m.id and n.recipient_id = m.recipient and n.state = any(:from)")
                .bind("from", from)
                .bind("state", state)
                .bind("at", at)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("recipients", recipients.toArray(Long[]::new))
                .execute());
    }

    /** Everyone who was told about the incident, or may have been. */
    Set<Long> told(long incident) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select distinct recipient_id from"
                        + " alert_notice where incident_id = :incident and state in " + TOLD)
                .bind("incident", incident)
                .mapTo(Long.class)
                .list()));
    }

    /** The incident that this message told this person about; also when it is long closed. */
    Optional<Long> incidentOf(int organizationId, UUID message, long recipient) {
        return jdbi.withHandle(handle -> handle.createQuery("select incident_id from alert_notice where"
                        + " message_id = :message and recipient_id = :recipient and organization_id = :organization"
                        + " and state in " + TOLD)
                .bind("message", message)
                .bind("recipient", recipient)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .findOne());
    }

    /**
     * This person cannot be told any more; what they were told, they know.
     *
     * @return the open incidents that they were to be told of, and about which nobody else was or will be
     */
    List<Long> lose(int organizationId, long recipient) {
        List<Long> incidents = jdbi.withHandle(handle -> handle.createQuery("update alert_notice set state = 'DROPPED',"
                        + " elsewhere_at = null where recipient_id = :recipient and organization_id = :organization"
                        + " and state = 'WAITING'"
                        + " returning incident_id")
                .bind("recipient", recipient)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .list());
        return withoutAnybody(incidents);
    }

    /**
     * This person has nothing to do with those incidents any more, told or not.
     *
     * @return the open ones among them about which nobody else was told, nor will be
     */
    List<Long> withdraw(long recipient, List<Long> incidents) {
        List<Long> dropped = jdbi.withHandle(handle -> handle.createQuery("update alert_notice set state = 'DROPPED',"
                        + " elsewhere_at = null where recipient_id = :recipient and incident_id = any(:ids)"
                        + " and state <> 'DROPPED'"
                        + " returning incident_id")
                .bind("recipient", recipient)
                .bind("ids", incidents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
        return withoutAnybody(dropped);
    }

    /** The open ones among those incidents about which nobody was told, nor will be. */
    List<Long> withoutAnybody(Collection<Long> incidents) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select i.id from incident i where i.id = any(:ids) and i.closed_at is null and not "
                                + SOMEBODY)
                .bind("ids", incidents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** The open ones among those incidents that nobody knows of yet, LINE's silence being the only reason. */
    List<Long> toldNobody(Collection<Long> incidents) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id from incident i where i.id = any(:ids)"
                        + " and i.closed_at is null and not exists (select from alert_notice other"
                        + " where other.incident_id = i.id and other.state = 'ACCEPTED') and not exists (select"
                        + " from urgent_delivery d where d.incident_ids @> array[i.id] and d.step is not null"
                        + " and d.state in ('READY', 'ACCEPTED'))")
                .bind("ids", incidents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /**
     * Those of which staff know that LINE had not taken the alert, and nobody could take them in hand yet: it still waits,
     * or arrived less than the time ago that watchers have for it.
     */
    List<Long> tooEarlyToBeTaken(Collection<Long> incidents, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id from incident i left join check_in c"
                        + " on c.opened_at = i.check_in_opened_at and c.id = i.check_in_id"
                        + " left join escalation_policy p on p.id = c.policy_id where i.id = any(:ids)"
                        + " and i.staff_reason = :waits and i.taken_at is null and (i.id = any(:untold)"
                        + " or (select min(n.accepted_at) from alert_notice n where n.incident_id = i.id)"
                        + " > cast(:now as timestamptz) - make_interval(mins => coalesce(p.take_over_minutes, 60)))")
                .bind("ids", incidents.toArray(Long[]::new))
                .bind("untold", toldNobody(incidents).toArray(Long[]::new))
                .bind("waits", IncidentTable.WAITS)
                .bind("now", now)
                .mapTo(Long.class)
                .list());
    }

    /** Incidents that those messages are about. */
    List<Long> incidentsOf(Collection<OutboxMessage> messages) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct incident_id from alert_notice where message_id = any(:ids)")
                .bind("ids", ids(messages))
                .mapTo(Long.class)
                .list());
    }

    /** Whether the incident is open and this member still watches whom it is about. */
    boolean watchesOpen(long incident, long recipient) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from incident i,"
                        + " (select cast(:recipient as bigint) as recipient_id) n where i.id = :incident"
                        + " and i.closed_at is null and " + STILL_WATCHED + ")")
                .bind("recipient", recipient)
                .bind("incident", incident)
                .mapTo(Boolean.class)
                .one());
    }

    /** Those among the incidents that are about somebody whom this member does not watch any more. */
    List<Long> watchedNoMore(long recipient, List<Long> incidents) {
        return jdbi.withHandle(handle -> handle.createQuery("select i.id from incident i,"
                        + " (select cast(:recipient as bigint) as recipient_id) n where i.id = any(:ids) and not "
                        + STILL_WATCHED)
                .bind("recipient", recipient)
                .bind("ids", incidents.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** LINE refused these: they need not wait for its patience to end. */
    void refused(Collection<OutboxMessage> messages, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update alert_notice set elsewhere_at = :at, refused_at = :at"
                        + " where message_id = any(:ids) and state = any(:states) and refused_at is null")
                .bind("at", at)
                .bind("states", NOT_ACCEPTED)
                .bind("ids", ids(messages))
                .execute());
    }

    /** Alerts that it is time to send another way; each is handed out once. Their incidents are locked before. */
    List<NotTaken> claimElsewhere(Instant now, int most) {
        return jdbi.withHandle(handle -> {
            List<Long> incidents = handle.createQuery("select i.id from incident i where i.id in (select incident_id"
                            + " from alert_notice where elsewhere_at <= :now order by elsewhere_at limit :most)"
                            + " order by i.id for no key update")
                    .bind("now", now)
                    .bind("most", most)
                    .mapTo(Long.class)
                    .list();
            if (incidents.isEmpty()) {
                return List.of();
            }
            return handle.createQuery("with due as (select message_id, recipient_id from alert_notice where"
                            + " elsewhere_at <= :now and incident_id = any(:incidents) limit :most for update"
                            + " skip locked) update alert_notice n set elsewhere_at = null from due, incident i"
                            + " where n.message_id = due.message_id and n.recipient_id = due.recipient_id"
                            + " and i.id = n.incident_id returning n.organization_id, n.message_id, n.recipient_id,"
                            + " n.incident_id, n.step, coalesce(i.subject_id, 0) as subject, n.refused_at is not null"
                            + " as refused, n.state = any(:states) and i.closed_at is null and " + STILL_WATCHED
                            + " as meant")
                    .bind("now", now)
                    .bind("most", most)
                    .bind("incidents", incidents.toArray(Long[]::new))
                    .bind("states", NOT_ACCEPTED)
                    .map((row, context) ->
                            new NotTaken(undelivered(row), row.getBoolean("refused"), row.getBoolean("meant")))
                    .list();
        });
    }

    /** Alerts of those messages that LINE will not take any more, although they are still meant. */
    List<AnotherWay.Undelivered> stillMeant(Collection<OutboxMessage> messages) {
        return undelivered("n.message_id = any(:ids)", ids(messages), BEFORE_KNOWN);
    }

    /** Alerts that wait for this person, who is out of reach now. */
    List<AnotherWay.Undelivered> waitingFor(long recipient) {
        return undelivered("n.recipient_id = any(:ids)", new Long[] {recipient}, BEFORE_ATTEMPT);
    }

    private List<AnotherWay.Undelivered> undelivered(String which, Object ids, String[] states) {
        return jdbi.withHandle(handle -> handle.createQuery("select n.organization_id, n.message_id, n.recipient_id,"
                        + " n.incident_id, n.step, i.subject_id as subject from alert_notice n join incident i"
                        + " on i.id = n.incident_id and i.closed_at is null where " + which
                        + " and n.state = any(:states) and i.subject_id is not null and " + STILL_WATCHED)
                .bind("ids", ids)
                .bind("states", states)
                .map((row, context) -> undelivered(row))
                .list());
    }

    private static AnotherWay.Undelivered undelivered(ResultSet row) throws SQLException {
        return new AnotherWay.Undelivered(
                row.getInt("organization_id"),
                row.getObject("message_id", UUID.class),
                row.getLong("recipient_id"),
                row.getLong("incident_id"),
                row.getInt("step"),
                row.getLong("subject"));
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
