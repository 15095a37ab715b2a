package jp.anpi.membership;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.internal.Words;

/**
 * A person as far as the service knows one: a number, perhaps a nickname, and a LINE account.
 *
 * @param number shown number with a check digit, for example {@code 1042-9}
 * @param participant whether this member is asked
 * @param watcher whether this member watches others
 * @param blockedAt since when nothing can be delivered (E-14)
 */
public record Member(
        long id,
        int organizationId,
        String number,
        String lineUserId,
        Optional<String> nickname,
        boolean participant,
        boolean watcher,
        Instant registeredAt,
        Optional<Instant> blockedAt) {

    /** The nickname with an honorific where there is one, else the number: for replies and pages, never pushed. */
    public String displayName() {
        return nickname.map(Words::called).orElseGet(() -> Words.of("name.unnamed", number));
    }

    @Override
    public String toString() {
        return "Member[" + organizationId + "/" + id + "]";
    }
}
