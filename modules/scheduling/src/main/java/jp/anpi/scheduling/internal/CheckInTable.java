package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.scheduling.Actor;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.Transition;
import org.jdbi.v3.core.Jdbi;

/** The SQL of check-ins: reading, opening, and moving one or many along a row of {@link Transition}. */
@ApplicationScoped
public class CheckInTable {

    @Inject
    private Jdbi jdbi;

    @Inject
    private Moves moves;

    Optional<CheckInRow> find(long id, Instant openedAt) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + CheckInRow.COLUMNS + " from check_in where opened_at = :openedAt and id = :id")
                .bind("openedAt", openedAt)
                .bind("id", id)
                .map((row, context) -> CheckInRow.of(row))
                .findOne());
    }

    /** As it stands, and as it stays until the transaction ends: nobody else moves it meanwhile. */
    Optional<CheckInRow> lock(long id, Instant openedAt) {
        return lock(new Long[] {id}, openedAt, openedAt).stream().findFirst();
    }

    /** What is open of a schedule; locked. */
    Optional<CheckInRow> lockOpen(ScheduleRow schedule) {
        return schedule.hasOpenCheckIn() ? lock(schedule.openCheckInId(), schedule.openSince()) : Optional.empty();
    }

    /** Those check-ins, which were opened between the given instants, inclusive; locked. */
    List<CheckInRow> lock(Long[] ids, Instant from, Instant until) {
        return lock(ids, from, until, "");
    }

    /** Those among them that nobody else holds; locked. */
    List<CheckInRow> lockFree(Long[] ids, Instant from, Instant until) {
        return lock(ids, from, until, " skip locked");
    }

    private List<CheckInRow> lock(Long[] ids, Instant from, Instant until, String patience) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + CheckInRow.COLUMNS
                        + " from check_in where opened_at between :from and :until and id = any(:ids)"
                        + " order by id for update" + patience)
                .bind("from", from)
                .bind("until", until)
                .bind("ids", ids)
                .setFetchSize(5000)
                .map((row, context) -> CheckInRow.of(row))
                .list());
    }

    /** Fresh ids, in ascending order. */
    Long[] nextIds(int count) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select nextval('check_in_sequence') from generate_series(1, :count)")
                        .bind("count", count)
                        .mapTo(Long.class)
                        .list()
                        .toArray(Long[]::new));
    }

    /** Moves one check-in and writes the log; throws when the transition is not in the table. */
    void move(CheckInRow checkIn, Transition transition, Actor actor, Instant now) {
        CheckInState target = transition.from(checkIn.state());
        int moved = jdbi.withHandle(handle -> handle.createUpdate("with moved as (update check_in set state = :target,"
                        + " next_step_at = null,"
                        + " answered_at = case when :answered then :now else answered_at end,"
                        + " closed_at = case when :open then null else cast(:now as timestamptz) end"
                        + " where opened_at = :openedAt and id = :id and state = :source"
                        + " returning organization_id, id)"
                        + " insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason,"
                        + " actor) select organization_id, id, :now, :source, :target, :reason, :actor from moved")
                .bind("target", target.name())
                .bind("now", now)
                .bind("answered", transition.answered())
                .bind("open", target.open())
                .bind("openedAt", checkIn.openedAt())
                .bind("id", checkIn.id())
                .bind("source", checkIn.state().name())
                .bind("reason", transition.name())
                .bind("actor", actor.name())
                .execute());
        if (moved != 1) {
            throw new IllegalStateException("Check-in " + checkIn.id() + " was moved by somebody else meanwhile");
        }
        moves.count(transition.name(), 1);
    }

    /**
     * Moves many check-ins along the same transition and writes their logs; those in another state stay.
     *
     * @param checkIns opened between the earliest and the latest {@code openedAt} among them
     * @return how many were moved
     */
    int moveAll(Collection<CheckInRow> checkIns, Transition transition, Actor actor, Instant now) {
        if (checkIns.isEmpty()) {
            return 0;
        }
        int moved = jdbi.withHandle(handle -> handle.createUpdate(
                        "with before as (select opened_at, id, state from check_in"
                                + " where opened_at between :from and :until and id = any(:ids) and state = any(:sources)"
                                + " for update), moved as (update check_in c set state = :target, next_step_at = null,"
                                + " answered_at = case when :answered then :now else answered_at end,"
                                + " closed_at = case when :open then null else cast(:now as timestamptz) end from before b"
                                + " where c.opened_at between :from and :until and c.opened_at = b.opened_at and c.id = b.id"
                                + " returning c.organization_id, c.id, b.state as from_state)"
                                + " insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason,"
                                + " actor) select organization_id, id, :now, from_state, :target, :reason, :actor from moved")
                .bind("from", earliest(checkIns))
                .bind("until", latest(checkIns))
                .bind("ids", ids(checkIns))
                .bind("sources", transition.sources())
                .bind("target", transition.target().name())
                .bind("answered", transition.answered())
                .bind("open", transition.target().open())
                .bind("now", now)
                .bind("reason", transition.name())
                .bind("actor", actor.name())
                .execute());
        moves.count(transition.name(), moved);
        return moved;
    }

    /** The newest asking of these check-ins is this message; older ones are stale from now on. */
    void askAgain(UUID message, Collection<CheckInRow> checkIns, Collection<CheckInRow> reminded) {
        jdbi.useHandle(handle -> handle.createUpdate("update check_in set ask_id = :message, ask_accepted = false,"
                        + " next_step_at = case when id = any(:reminded) then null else next_step_at end"
                        + " where opened_at between :from and :until and id = any(:ids)")
                .bind("message", message)
                .bind("reminded", ids(reminded))
                .bind("from", earliest(checkIns))
                .bind("until", latest(checkIns))
                .bind("ids", ids(checkIns))
                .execute());
    }

    static Long[] ids(Collection<CheckInRow> checkIns) {
        return checkIns.stream().map(CheckInRow::id).toArray(Long[]::new);
    }

    static Instant earliest(Collection<CheckInRow> checkIns) {
        return checkIns.stream()
                .map(CheckInRow::openedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant latest(Collection<CheckInRow> checkIns) {
        return checkIns.stream()
                .map(CheckInRow::openedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
