package jp.anpi.membership;

import java.time.Instant;

/** A member is not dead, as was noted in error. */
public record DeathTakenBack(Member member, Instant at) {}
