package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.EmergencyCall;
import jp.anpi.escalation.ProtocolCheck;
import jp.anpi.escalation.ResponseProtocol.Draft;
import jp.anpi.escalation.ResponseProtocol.Step;
import org.jdbi.v3.core.Jdbi;

/** The SQL of checklists. Every method joins the caller's transaction. */
@ApplicationScoped
public class ProtocolTable {

    /** How the name of an entry begins that takes another back. */
    static final String TAKEN_BACK = "TAKEN_BACK_";

    @Inject
    private Jdbi jdbi;

    /** Ours are written down when they are first asked for. */
    List<Step> present(int organization) {
        List<Step> steps = read(organization);
        if (!steps.isEmpty()) {
            return steps;
        }
        lock(organization);
        if (read(organization).isEmpty()) {
            List<Draft> ours = DefaultProtocol.steps();
            for (int i = 0; i < ours.size(); i++) {
                insert(organization, i + 1, ours.get(i));
            }
        }
        return read(organization);
    }

    private List<Step> read(int organization) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, text, emergency_call from protocol_step"
                        + " where organization_id = :organization and ended_at is null order by position, id")
                .bind("organization", organization)
                .map((row, context) -> step(row))
                .list());
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("id"),
                row.getString("text"),
                Optional.ofNullable(row.getString("emergency_call")).map(EmergencyCall::valueOf));
    }

    /** Of two who change it, or see it first, one comes after the other. */
    void lock(int organization) {
        jdbi.useHandle(handle -> handle.createQuery("select id from organization where id = :id for no key update")
                .bind("id", organization)
                .mapTo(Integer.class)
                .one());
    }

    /** What stays keeps its id; what is not there any more ends. */
    void replace(int organization, List<Draft> wanted, Instant now) {
        List<Step> left = new ArrayList<>(present(organization));
        for (int i = 0; i < wanted.size(); i++) {
            Draft draft = wanted.get(i);
            Optional<Step> same = left.stream()
                    .filter(step ->
                            step.text().equals(draft.text()) && step.call().equals(draft.call()))
                    .findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                move(same.get().id(), i + 1);
            } else {
                insert(organization, i + 1, draft);
            }
        }
        left.forEach(step -> end(step.id(), now));
    }

    private void insert(int organization, int position, Draft draft) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into protocol_step (organization_id, position, text,"
                        + " emergency_call) values (:organization, :position, :text, :call)")
                .bind("organization", organization)
                .bind("position", position)
                .bind("text", draft.text())
                .bind("call", draft.call().map(Enum::name).orElse(null))
                .execute());
    }

    private void move(long id, int position) {
        jdbi.useHandle(handle -> handle.createUpdate("update protocol_step set position = :position where id = :id")
                .bind("position", position)
                .bind("id", id)
                .execute());
    }

    private void end(long id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update protocol_step set ended_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    /** The present steps, each with who ticked it first for this incident, or first after a tick was taken back. */
    List<ProtocolCheck> checks(int organization, long incident) {
        List<Step> steps = present(organization);
        return jdbi.withHandle(handle -> steps.stream()
                .map(step -> handle.createQuery("select e.at, s.display_name from incident_entry e"
                                + " left join staff s on s.id = e.staff_id where e.incident_id = :incident"
                                + " and e.protocol_step_id = :step and not starts_with(e.kind, :back)"
                                + " and not exists (select from incident_entry b where b.incident_id = e.incident_id"
                                + " and b.protocol_step_id = e.protocol_step_id and starts_with(b.kind, :back)"
                                + " and b.id > e.id) order by e.id limit 1")
                        .bind("back", TAKEN_BACK)
                        .bind("incident", incident)
                        .bind("step", step.id())
                        .map((row, context) -> new ProtocolCheck(
                                step, Times.instant(row, "at"), Optional.ofNullable(row.getString("display_name"))))
                        .findOne()
                        .orElseGet(() -> new ProtocolCheck(step, Optional.empty(), Optional.empty())))
                .toList());
    }
}
