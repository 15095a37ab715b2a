package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/**
 * Staff have ended a team: nobody is in it any more.
 *
 * @param members everybody who was
 */
public record TeamEnded(int organizationId, long teamId, List<TeamPart> members, Instant at) {}
