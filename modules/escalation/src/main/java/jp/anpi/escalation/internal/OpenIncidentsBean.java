package jp.anpi.escalation.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The list of staff, read from the incidents that are open; an index holds no others. */
@Stateless
public class OpenIncidentsBean implements OpenIncidents {

    private static final String HANDLED = "(i.assignee_id is not null or i.taken_by is not null)";

    private static final String OF_TEAM = """
            i.subject_kind = 'PARTICIPANT' and exists (
                select from team_membership m where m.team_id = :team and m.role = 'PARTICIPANT'
                  and m.member_id = i.subject_id and m.organization_id = i.organization_id)
            """;

    @Inject
    private Jdbi jdbi;

    @Override
    public List<OpenIncident> list(StaffCaller caller, Part part, int most) {
        caller.require(StaffRight.SEE_INCIDENTS);
        String first = part == Part.HANDLED ? "i.next_step_at nulls last," : "";
        return jdbi.withHandle(handle -> reach(handle.createQuery(open(condition(part), first)), caller)
                .bind("most", most)
                .map((row, context) -> OpenIncidentRow.of(row))
                .list());
    }

    @Override
    public List<OpenIncident> ofTeam(StaffCaller caller, long teamId, int most) {
        caller.require(StaffRight.SEE_INCIDENTS);
        return jdbi.withHandle(handle -> reach(handle.createQuery(open(OF_TEAM, "")), caller)
                .bind("team", teamId)
                .bind("most", most)
                .map((row, context) -> OpenIncidentRow.of(row))
                .list());
    }

    /**
     * Who was heard of longest ago comes first within an urgency. Who was never heard of stands where their check-in was
     * opened, which the incident knows: when LINE took the question would have to be looked up for every open incident
     * to show fifty of them.
     */
    private static String open(String condition, String first) {
        return OpenIncidentRow.SELECT + " where i.closed_at is null and " + OpenIncidentRow.IN_REACH + " and "
                + condition
                + """
                 order by %s case i.urgency when 'EMERGENCY' then 0 when 'HIGH' then 1 else 2 end,
                     i.nobody_to_tell desc, coalesce(i.last_ok_at, i.check_in_opened_at, i.opened_at), i.id
                 limit :most
                """.formatted(first);
    }

    private static String condition(Part part) {
        return switch (part) {
            case NEEDING -> "i.cause <> 'UNREACHABLE' and not " + HANDLED;
            case HANDLED -> HANDLED;
            case OUT_OF_REACH -> "i.cause = 'UNREACHABLE' and not " + HANDLED;
        };
    }

    @Override
    public Tally tally(StaffCaller caller, Instant dayBegan) {
        caller.require(StaffRight.SEE_INCIDENTS);
        return jdbi.withHandle(handle -> reach(
                        handle.createQuery("select count(*) filter (where " + condition(Part.NEEDING) + ") as needing,"
                                + " count(*) filter (where " + condition(Part.HANDLED) + ") as handled,"
                                + " count(*) filter (where " + condition(Part.OUT_OF_REACH) + ") as out_of_reach,"
                                + " count(*) filter (where i.cause = 'SILENCE') as silent,"
                                + " (select count(*) from incident i where i.closed_at >= :began and "
                                + OpenIncidentRow.IN_REACH + ") as closed,"
                                + " (select count(*) from incident_entry e join incident i on i.id = e.incident_id"
                                + " where e.organization_id = :organization and e.staff_id is not null"
                                + " and e.at >= :began and e.kind = 'CONTACT' and " + OpenIncidentRow.IN_REACH
                                + ") as contacts from incident i where i.closed_at is null and "
                                + OpenIncidentRow.IN_REACH),
                        caller)
                .bind("began", dayBegan)
                .map((row, context) -> new Tally(
                        row.getLong("needing"),
                        row.getLong("handled"),
                        row.getLong("out_of_reach"),
                        row.getLong("silent"),
                        row.getLong("closed"),
                        row.getLong("contacts")))
                .one());
    }

    @Override
    public List<Deed> deeds(StaffCaller caller, Instant dayBegan, int most) {
        caller.require(StaffRight.SEE_INCIDENTS);
        return jdbi.withHandle(handle -> reach(
                        handle.createQuery("select e.at, e.kind, i.id, m.number, s.display_name from incident_entry e"
                                + " join incident i on i.id = e.incident_id join staff s on s.id = e.staff_id"
                                + " left join member m on i.subject_kind = 'PARTICIPANT' and m.id = i.subject_id"
                                + " where e.organization_id = :organization and e.staff_id is not null"
                                + " and e.at >= :began and " + OpenIncidentRow.IN_REACH
                                + " order by e.at desc, e.id desc limit :most"),
                        caller)
                .bind("began", dayBegan)
                .bind("most", most)
                .map((row, context) -> new Deed(
                        Times.instant(row, "at").orElseThrow(),
                        row.getLong("id"),
                        Optional.ofNullable(row.getString("number")),
                        row.getString("kind"),
                        row.getString("display_name")))
                .list());
    }

    private static <S extends SqlStatement<S>> S reach(S statement, StaffCaller caller) {
        return statement
                .bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited());
    }
}
