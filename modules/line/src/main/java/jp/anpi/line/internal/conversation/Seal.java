package jp.anpi.line.internal.conversation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks what a button carries as ours, for one person of one organization: {@code d1|deed|argument|mac}.
 *
 * <p>Whoever forwards a button, alters it or invents one does not get past the seal: 96 bits of HMAC-SHA256 under a key
 * derived from the channel secret, over organization, person and content. The comparison takes constant time.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "anpi/button/d1";
    private static final Pattern FORM =
            Pattern.compile("(d1\\|[a-z]{1,8}\\|[A-Za-z0-9_.:-]{0,120}\\|)([A-Za-z0-9_-]{16})");
    private static final int MAC_BYTES = 12;

    private final byte[] key;
    private final String bound;

    private Seal(byte[] key, String bound) {
        this.key = key;
        this.bound = bound;
    }

    static Seal of(String channelSecret, int organizationId, String lineUserId) {
        byte[] key = mac(channelSecret.getBytes(StandardCharsets.UTF_8), PURPOSE);
        return new Seal(key, organizationId + "\n" + lineUserId + "\n");
    }

    /** @param argument letters, digits and {@code _ . : -} only */
    String close(Deed deed, String argument) {
        String content = "d1|" + deed.code() + "|" + argument + "|";
        String sealed = content + Base64.getUrlEncoder().withoutPadding().encodeToString(macOf(content));
        if (!FORM.matcher(sealed).matches()) {
            throw new IllegalArgumentException("A button cannot carry this argument");
        }
        return sealed;
    }

    /** Deed and argument; empty for everything that is not ours, or not this person's. */
    Optional<Tap> open(String data, Optional<String> picked) {
        var parts = FORM.matcher(data);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] given = Base64.getUrlDecoder().decode(parts.group(2));
        if (!MessageDigest.isEqual(given, macOf(parts.group(1)))) {
            return Optional.empty();
        }
        String[] fields = data.split("\\|", -1);
        return Deed.coded(fields[1]).map(deed -> new Tap(deed, fields[2], picked));
    }

    private byte[] macOf(String content) {
        return Arrays.copyOf(mac(key, bound + content), MAC_BYTES);
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
