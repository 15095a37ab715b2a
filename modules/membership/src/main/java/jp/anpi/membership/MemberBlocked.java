package jp.anpi.membership;

import java.time.Instant;

/** The member blocked the account: nothing reaches them any more (E-14). */
public record MemberBlocked(Member member, Instant at) {}
