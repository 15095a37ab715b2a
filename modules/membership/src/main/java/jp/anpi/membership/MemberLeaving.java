package jp.anpi.membership;

import java.time.Instant;

/** The member is about to be erased; observers end and erase what is theirs in the same transaction. */
public record MemberLeaving(Member member, Instant at) {}
