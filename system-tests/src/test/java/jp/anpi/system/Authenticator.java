package jp.anpi.system;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app on an officer's phone that makes codes of a secret (RFC 6238), as it was typed in.
 *
 * @param clock of the phone, which is the one on the wall
 */
record Authenticator(String secret, Clock clock) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The code of now, or of that many half minutes later. */
    String code(int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            long step = clock.instant().getEpochSecond() / 30 + later;
            byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(digest).getInt(digest[19] & 15) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** 32 letters of five bits each. */
    private byte[] key() {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : secret.replace(" ", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        byte[] bytes = bits.toByteArray();
        byte[] key = new byte[20];
        int from = Math.max(0, bytes.length - key.length);
        byte[] last = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(last, 0, key, key.length - last.length, last.length);
        return key;
    }
}
