package jp.anpi.membership;

import java.time.Instant;
import java.util.List;

/**
 * A member has joined a team in a role.
 *
 * @param linked ids of those whom the member watches, or who watch the member, from now on and did not before
 * @param byStaff whether staff put the member there: then nobody has asked them, nor told them
 */
public record TeamJoined(
        int organizationId, long teamId, Member member, Role role, List<Long> linked, boolean byStaff, Instant at) {}
