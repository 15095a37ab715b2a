package jp.anpi.membership;

import java.time.Instant;

/** A member who had blocked the account can be reached again (E-14). */
public record MemberReturned(Member member, Instant at) {}
