package jp.anpi.membership;

import java.time.Instant;

/** A member has joined a team in a role. */
public record TeamJoined(int organizationId, long teamId, Member member, Role role, Instant at) {}
