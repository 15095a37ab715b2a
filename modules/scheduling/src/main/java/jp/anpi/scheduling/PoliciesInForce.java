package jp.anpi.scheduling;

/**
 * Which policy counts for whom. A team goes by its own rules, or by the organization's. A participant goes by the
 * strictest of all their teams', so that what each team promises is kept; in no team, by the organization's.
 */
public interface PoliciesInForce {

    /** What a question would open with now; a group goes by the organization's. */
    EscalationPolicy of(int organizationId, Subject subject);

    /** The same of a participant. */
    EscalationPolicy ofParticipant(int organizationId, long participantId);

    EscalationPolicy ofTeam(int organizationId, long teamId);
}
