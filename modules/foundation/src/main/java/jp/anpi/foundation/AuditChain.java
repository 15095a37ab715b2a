package jp.anpi.foundation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;
import jp.anpi.foundation.AuditLog.Entry;

/**
 * The rule by which each entry of an {@link AuditLog} is sealed with the one before it. Fed with the entries of one
 * organization in their order, it says of each whether it is as it was written.
 */
public final class AuditChain {

    private byte[] previous = {};

    /** @return whether the entry is as it was written, and none before it is missing */
    public boolean follows(Entry entry, byte[] digest) {
        boolean good = Arrays.equals(digest, digest(previous, entry));
        previous = digest;
        return good;
    }

    /** Each part with its length before it, so that no two entries read the same. */
    public static byte[] digest(byte[] previous, Entry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            Stream.of(
                            Integer.toString(entry.organizationId()),
                            Long.toString(entry.at().toEpochMilli()),
                            entry.staffId().map(Object::toString).orElse(""),
                            entry.staffName(),
                            entry.action(),
                            entry.about().orElse(""),
                            entry.note().orElse(""),
                            entry.address())
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(part -> {
                        digest.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
                        digest.update((byte) ':');
                        digest.update(part);
                    });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
