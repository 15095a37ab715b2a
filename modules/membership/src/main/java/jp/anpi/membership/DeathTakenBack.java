package jp.anpi.membership;

import java.time.Instant;

/** A member is not dead, as was noted in error. @param by who of the staff said so */
public record DeathTakenBack(Member member, StaffCaller by, Instant at) {}
