package jp.anpi.membership;

import java.time.Instant;
import java.util.Optional;

/** Links from the chat to a page of ours: they open once, within ten minutes. */
public interface PageLinks {

    /** What a page link opens. */
    enum Purpose {
        /** The member's own page. */
        MY_PAGE,
        /** The page of a participant whom the member watches. */
        WATCHED,
        /** The QR code of an invitation; the code itself travels in the address. */
        INVITATION
    }

    /** Who opened the link and what it shows. */
    record Visit(int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId) {}

    /** @return a token that cannot be guessed */
    String issue(int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Instant now);

    /** Uses the token up; empty when it is unknown, used or too old. */
    Optional<Visit> open(String token, Instant now);
}
