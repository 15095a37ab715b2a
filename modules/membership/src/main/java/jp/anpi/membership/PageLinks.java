package jp.anpi.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links to a page of ours: they open once; those from the chat within ten minutes. */
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

    /** The same for a link that is read later than a chat, such as one in a mail. */
    String issue(
            int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Duration life, Instant now);

    /** Uses the token up; empty when it is unknown, used or too old. */
    Optional<Visit> open(String token, Instant now);
}
