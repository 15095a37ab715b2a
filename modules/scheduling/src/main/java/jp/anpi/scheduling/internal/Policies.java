package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.EscalationStep;
import jp.anpi.scheduling.ServicePreset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Policies, which are never edited (E-7) and can therefore be remembered. */
@ApplicationScoped
public class Policies {

    /** As every organization begins (E-8, E-12). */
    private static final Duration ANSWER_WINDOW = Duration.ofHours(3);

    private static final Duration TAKE_OVER = Duration.ofHours(1);

    @Inject
    private Jdbi jdbi;

    private final Map<Long, EscalationPolicy> known = new ConcurrentHashMap<>();

    EscalationPolicy byId(long id) {
        return known.computeIfAbsent(id, this::load);
    }

    long create(int organization, ServicePreset preset, Instant now) {
        return create(new EscalationPolicy(0, organization, preset, ANSWER_WINDOW, TAKE_OVER, preset.steps()), now);
    }

    /** @return the id that it is kept under */
    long create(EscalationPolicy policy, Instant now) {
        return jdbi.withHandle(handle -> {
            long id = handle.createQuery("insert into escalation_policy (organization_id, preset,"
                            + " answer_window_minutes, take_over_minutes, created_at)"
                            + " values (:organization, :preset, :window, :takeOver, :now) returning id")
                    .bind("organization", policy.organizationId())
                    .bind("preset", policy.preset().name())
                    .bind("window", policy.answerWindow().toMinutes())
                    .bind("takeOver", policy.takeOver().toMinutes())
                    .bind("now", now)
                    .mapTo(Long.class)
                    .one();
            for (int position = 0; position < policy.steps().size(); position++) {
                insertStep(handle, id, position, policy.steps().get(position));
            }
            return id;
        });
    }

    private static void insertStep(Handle handle, long policy, int position, EscalationStep step) {
        handle.createUpdate("insert into escalation_step (policy_id, position, delay_minutes, missed_slots, action)"
                        + " values (:policy, :position, :delay, :slots, :action)")
                .bind("policy", policy)
                .bind("position", position)
                .bind("delay", step.delay().map(Duration::toMinutes).orElse(null))
                .bind(
                        "slots",
                        step.missedSlots().isPresent()
                                ? (Integer) step.missedSlots().getAsInt()
                                : null)
                .bind("action", step.action().name())
                .execute();
    }

    private EscalationPolicy load(long id) {
        return jdbi.withHandle(handle -> {
            List<EscalationStep> steps = handle.createQuery(
                            "select * from escalation_step where policy_id = :id order by position")
                    .bind("id", id)
                    .map((row, context) -> step(row))
                    .list();
            return handle.createQuery("select * from escalation_policy where id = :id")
                    .bind("id", id)
                    .map((row, context) -> new EscalationPolicy(
                            id,
                            row.getInt("organization_id"),
                            ServicePreset.valueOf(row.getString("preset")),
                            Duration.ofMinutes(row.getInt("answer_window_minutes")),
                            Duration.ofMinutes(row.getInt("take_over_minutes")),
                            steps))
                    .one();
        });
    }

    private static EscalationStep step(ResultSet row) throws SQLException {
        int delay = row.getInt("delay_minutes");
        Optional<Duration> afterDelay = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMinutes(delay));
        int slots = row.getInt("missed_slots");
        OptionalInt afterSlots = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(slots);
        return new EscalationStep(afterDelay, afterSlots, EscalationStep.Action.valueOf(row.getString("action")));
    }
}
