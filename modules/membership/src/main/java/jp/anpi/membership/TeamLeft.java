package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/**
 * Staff took a member out of a team in one role.
 *
 * @param unlinked ids of those whom the member watched, or who watched the member, and do not any more
 */
public record TeamLeft(int organizationId, long teamId, Member member, Role role, List<Long> unlinked, Instant at) {}
