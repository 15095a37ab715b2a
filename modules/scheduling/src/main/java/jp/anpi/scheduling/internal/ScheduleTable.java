package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.foundation.DueRow;
import jp.anpi.scheduling.Rhythm;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/**
 * The SQL of schedules. A schedule's row is also the lock of its subject: whoever opens, answers or closes a check-in
 * holds it, so that one subject's events never run side by side.
 */
@ApplicationScoped
public class ScheduleTable {

    static final String FIRST_DUE = "select min(next_due_at) from check_in_schedule where next_due_at is not null";

    @Inject
    private Jdbi jdbi;

    List<ScheduleRow> claimDue(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ScheduleRow.COLUMNS
                        + " from check_in_schedule where next_due_at <= :now order by next_due_at limit :most"
                        + " for update skip locked")
                .bind("now", now)
                .bind("most", most)
                .setFetchSize(5000)
                .map((row, context) -> ScheduleRow.of(row))
                .list());
    }

    Optional<ScheduleRow> claimDue(long id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ScheduleRow.COLUMNS
                        + " from check_in_schedule where id = :id and next_due_at <= :now for update skip locked")
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> ScheduleRow.of(row))
                .findOne());
    }

    List<DueRow> due(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id, id from check_in_schedule"
                        + " where next_due_at <= :now order by next_due_at limit :most")
                .bind("now", now)
                .bind("most", most)
                .map(Rows::dueRow)
                .list());
    }

    /** Those among them whose time has come. */
    Set<Long> overdue(Collection<Long> ids, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from check_in_schedule where id = any(:ids) and next_due_at <= :now")
                .bind("ids", ids.toArray(Long[]::new))
                .bind("now", now)
                .mapTo(Long.class)
                .set());
    }

    Optional<ScheduleRow> find(int organizationId, Subject subject) {
        return select(organizationId, subject, "");
    }

    /** The schedule, locked until the end of the transaction. */
    Optional<ScheduleRow> lock(int organizationId, Subject subject) {
        return select(organizationId, subject, " for update");
    }

    /** The schedules of those participants that nobody else holds, locked until the end of the transaction. */
    List<ScheduleRow> lockFree(int organizationId, Collection<Long> participants) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ScheduleRow.COLUMNS
                        + " from check_in_schedule where organization_id = :organization"
                        + " and subject_kind = 'PARTICIPANT' and subject_id = any(:participants)"
                        + " for update skip locked")
                .bind("organization", organizationId)
                .bind("participants", participants.toArray(Long[]::new))
                .map((row, context) -> ScheduleRow.of(row))
                .list());
    }

    private Optional<ScheduleRow> select(int organizationId, Subject subject, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + ScheduleRow.COLUMNS
                        + " from check_in_schedule where organization_id = :organization and subject_kind = :kind"
                        + " and subject_id = :subject" + lock)
                .bind("organization", organizationId)
                .bind("kind", subject.kind().name())
                .bind("subject", subject.id())
                .map((row, context) -> ScheduleRow.of(row))
                .findOne());
    }

    void put(int organizationId, Subject subject, Rhythm rhythm, Instant nextDueAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into check_in_schedule (organization_id, subject_kind, subject_id, interval, hours,"
                                + " anchor_date, next_due_at) values (:organization, :kind, :subject, :interval,"
                                + " cast(:hours as smallint[]), :anchor, :due)"
                                + " on conflict (organization_id, subject_kind, subject_id) do update set interval ="
                                + " excluded.interval, hours = excluded.hours, anchor_date = excluded.anchor_date,"
                                + " next_due_at = excluded.next_due_at, version = check_in_schedule.version + 1")
                .bind("organization", organizationId)
                .bind("kind", subject.kind().name())
                .bind("subject", subject.id())
                .bind("interval", rhythm.interval().name())
                .bind("hours", rhythm.hours().toArray(Integer[]::new))
                .bind("anchor", rhythm.anchor())
                .bind("due", nextDueAt)
                .execute());
    }

    /** @param nextDueAt null: nothing falls due any more */
    void setNextDue(long id, Instant nextDueAt) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in_schedule set next_due_at = :due where id = :id")
                .bind("due", nextDueAt)
                .bind("id", id)
                .execute());
    }

    /** Moves many schedules on at once; {@code openIds} holds 0 where nothing new was opened. */
    void moveOn(Long[] ids, Instant[] nextDue, Long[] openIds, Instant openedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in_schedule s set next_due_at = n.due,"
                        + " open_check_in_id = case when n.opened = 0 then s.open_check_in_id else n.opened end,"
                        + " open_since = case when n.opened = 0 then s.open_since else :openedAt end"
                        + " from unnest(:ids, :due, :opened) as n (id, due, opened) where s.id = n.id")
                .bind("ids", ids)
                .bind("due", nextDue)
                .bind("opened", openIds)
                .bind("openedAt", openedAt)
                .execute());
    }

    void markOpen(long id, long checkInId, Instant openedAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update check_in_schedule set open_check_in_id = :checkIn, open_since = :openedAt where id = :id")
                .bind("checkIn", checkInId)
                .bind("openedAt", openedAt)
                .bind("id", id)
                .execute());
    }

    void markClosed(long id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update check_in_schedule set open_check_in_id = null, open_since = null where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Signs of life, and nothing open any more when {@code closed}. */
    void markOk(Collection<ScheduleRow> answered, boolean closed, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in_schedule set last_ok_at = :at,"
                        + " open_check_in_id = case when :closed then null else open_check_in_id end,"
                        + " open_since = case when :closed then null else open_since end where id = any(:ids)")
                .bind("at", at)
                .bind("closed", closed)
                .bind("ids", answered.stream().map(ScheduleRow::id).toArray(Long[]::new))
                .execute());
    }

    /** Erases the schedule; its check-ins stay as figures without a person. */
    void erase(long id) {
        jdbi.useHandle(handle -> {
            for (String table : List.of("check_in", "answer")) {
                String person = table.equals("check_in") ? ", subject_id = null" : "";
                handle.createUpdate("update " + table + " set schedule_id = null" + person + " where schedule_id = :id")
                        .bind("id", id)
                        .execute();
            }
            handle.createUpdate("delete from check_in_schedule where id = :id")
                    .bind("id", id)
                    .execute();
        });
    }
}
