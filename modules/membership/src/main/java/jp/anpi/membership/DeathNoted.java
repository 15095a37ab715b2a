package jp.anpi.membership;

import java.time.Instant;

/** Staff found out that a member has died. */
public record DeathNoted(Member member, Instant at) {}
