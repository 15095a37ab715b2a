package jp.anpi.line.internal.webhook;

import com.linecorp.bot.parser.LineSignatureValidator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a delivery was signed with the channel's secret. */
final class Signature {

    private Signature() {}

    /** @param body the bytes as they came: any re-encoding would break the signature */
    static boolean matches(Optional<String> secret, Optional<String> signature, byte[] body) {
        if (secret.filter(text -> !text.isEmpty()).isEmpty()
                || signature.filter(text -> !text.isBlank()).isEmpty()) {
            return false;
        }
        try {
            return new LineSignatureValidator(secret.get().getBytes(StandardCharsets.UTF_8))
                    .validateSignature(body, signature.get());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
