package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.PoliciesInForce;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;

/** {@link PoliciesInForce} for many people in one statement, which begins at the few teams with rules of their own. */
@ApplicationScoped
public class PoliciesInForceBean implements PoliciesInForce {

    /**
     * Of each of their teams; null for one that goes by the organization's. Where no team has rules of its own, nothing but
     * that is looked up.
     */
    private static final String OF_TEAMS = """
            select m.member_id, array_agg(distinct r.policy_id) as policies
            from team_membership m left join team_rules r on r.team_id = m.team_id
            where exists (select from team_rules where organization_id = :organization)
              and m.role = 'PARTICIPANT' and m.member_id in (
                select p.member_id from team_rules own
                join team_membership p on p.team_id = own.team_id and p.role = 'PARTICIPANT'
                where own.organization_id = :organization and p.member_id = any(:people))
            group by m.member_id
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Policies policies;

    @Inject
    private CheckInOffers offers;

    @Override
    public EscalationPolicy of(int organizationId, Subject subject) {
        return subject.kind() == Subject.Kind.PARTICIPANT
                ? ofParticipant(organizationId, subject.id())
                : offers.of(organizationId).policy();
    }

    @Override
    public EscalationPolicy ofParticipant(int organizationId, long participantId) {
        EscalationPolicy common = offers.of(organizationId).policy();
        return ofParticipants(common, List.of(participantId)).getOrDefault(participantId, common);
    }

    @Override
    public EscalationPolicy ofTeam(int organizationId, long teamId) {
        return jdbi.withHandle(handle -> handle.createQuery("select policy_id from team_rules where team_id = :team"
                                + " and organization_id = :organization")
                        .bind("team", teamId)
                        .bind("organization", organizationId)
                        .mapTo(Long.class)
                        .findOne())
                .map(policies::byId)
                .orElseGet(() -> offers.of(organizationId).policy());
    }

    /**
     * Of those among the people who are in a team with rules of its own; the others go by the organization's.
     *
     * @param common the organization's
     */
    Map<Long, EscalationPolicy> ofParticipants(EscalationPolicy common, Collection<Long> people) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_TEAMS)
                .bind("organization", common.organizationId())
                .bind("people", people.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("member_id"), strictest(common, row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private EscalationPolicy strictest(EscalationPolicy common, ResultSet row) throws SQLException {
        return EscalationPolicy.strictest(
                Stream.of((Long[]) row.getArray("policies").getArray())
                        .map(id -> id == null ? common : policies.byId(id))
                        .toList());
    }
}
