package jp.anpi.line.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final byte[] BODY = "{\"events\":[],\"text\":\"\\u3042 あ\"}".getBytes(StandardCharsets.UTF_8);
    private static final Optional<String> SECRET = Optional.of("secret");

    private static String signed(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    @Test
    void the_channels_signature_over_the_raw_bytes_is_accepted() throws Exception {
        assertThat(Signature.matches(SECRET, Optional.of(signed(BODY)), BODY)).isTrue();
    }

    @Test
    void any_other_signature_is_refused() throws Exception {
        byte[] other = BODY.clone();
        other[3]++;

        assertThat(Signature.matches(SECRET, Optional.of(signed(other)), BODY)).isFalse();
        assertThat(Signature.matches(Optional.of("other"), Optional.of(signed(BODY)), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%%%", "あ", "=", "AAAA"})
    void what_is_no_signature_is_refused(String signature) {
        assertThat(Signature.matches(SECRET, Optional.of(signature), BODY)).isFalse();
    }

    @Test
    void without_signature_or_secret_nothing_is_believed() throws Exception {
        assertThat(Signature.matches(SECRET, Optional.empty(), BODY)).isFalse();
        assertThat(Signature.matches(Optional.empty(), Optional.of(signed(BODY)), BODY))
                .isFalse();
        assertThat(Signature.matches(Optional.of(""), Optional.of(signed(BODY)), BODY))
                .isFalse();
    }
}
