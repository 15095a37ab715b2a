package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/**
 * Staff have taken back the end of a team.
 *
 * @param members everybody who is in it again
 */
public record TeamResumed(int organizationId, long teamId, List<TeamPart> members, Instant at) {}
