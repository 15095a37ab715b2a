package jp.anpi.foundation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What staff saw and did: appended to, never changed. Each entry is sealed with the one before it, so that whatever was
 * changed or taken out afterwards shows.
 */
public interface AuditLog {

    /**
     * One entry.
     *
     * @param staffId empty where nobody is signed in
     * @param staffName stays readable when the account is gone
     * @param action what happened, in the past tense, such as {@code SIGNED_IN}
     * @param about what it was about, such as a participant's number
     * @param note why; nothing that a person must not read there
     * @param address where it came from
     */
    record Entry(
            int organizationId,
            Instant at,
            Optional<Integer> staffId,
            String staffName,
            String action,
            Optional<String> about,
            Optional<String> note,
            String address) {}

    /** An entry with its place in the log. */
    record Numbered(long id, Entry entry) {}

    /** Appends in the caller's transaction: what is undone was not done. */
    void append(Entry entry);

    /** The newest first. @param before only those before this one */
    List<Numbered> page(int organizationId, OptionalLong before, int most);

    /** The first entry that is not as it was written, or that follows one that is missing; empty where all is whole. */
    OptionalLong firstBroken(int organizationId);
}
