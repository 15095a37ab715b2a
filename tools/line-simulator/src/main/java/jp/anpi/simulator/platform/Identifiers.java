package jp.anpi.simulator.platform;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes and recognises LINE's identifiers. */
public final class Identifiers {

    private static final Pattern USER = Pattern.compile("U[0-9a-f]{32}");
    private static final Pattern CHAT = Pattern.compile("[UCR][0-9a-f]{32}");
    private static final Pattern HEX_UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private long messageNumber = 561_000_000_000_000_000L + random.nextInt(1_000_000) * 1_000_000L;
    private long entryNumber;

    /**
     * The same name gives the same id in every run with the same channel: a product that was restarted with its data
     * knows its people again.
     */
    static String derived(char prefix, String channel, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((channel + "\n" + prefix + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    public static boolean isChat(String text) {
        return CHAT.matcher(text).matches();
    }

    public static boolean isRetryKey(String text) {
        return HEX_UUID.matcher(text).matches();
    }

    public String message() {
        return Long.toString(++messageNumber);
    }

    public long entry() {
        return ++entryNumber;
    }

    public String request() {
        return UUID.randomUUID().toString();
    }

    /** An opaque token of this many random bytes. */
    public String token(int bytes) {
        byte[] token = new byte[bytes];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** A ULID, as LINE uses it for {@code webhookEventId}: 48 bits of time and 80 random ones. */
    public String ulid(Instant at) {
        BigInteger value = BigInteger.valueOf(at.toEpochMilli()).shiftLeft(80).or(new BigInteger(80, random));
        char[] digits = new char[26];
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = CROCKFORD.charAt(value.intValue() & 31);
            value = value.shiftRight(5);
        }
        return new String(digits);
    }
}
