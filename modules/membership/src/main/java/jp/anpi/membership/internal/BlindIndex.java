package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.PhoneNumber;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.foundation.SecretToken;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds sealed names and numbers by digests (ADR 0028): under a secret of the organization, so that nobody who has the
 * database alone can try all phone numbers. The secret is sealed like the data and survives a rotation of the keys.
 */
@ApplicationScoped
public class BlindIndex {

    static final SealedColumn SEALED = new SealedColumn("blind_key", "organization_id", "sealed");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    @Inject
    Jdbi jdbi;

    @Inject
    PersonalFields fields;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    /** Of what is written down: the number, the whole name in kana, and each part of it. */
    List<String> tokens(int organizationId, Optional<String> kana, Optional<String> phone) {
        byte[] secret = secret(organizationId).orElseGet(() -> make(organizationId));
        return tokens(secret, kana, phone);
    }

    /** Of what is searched for: none where nobody has left anything yet. */
    List<String> searched(int organizationId, String typed) {
        return secret(organizationId)
                .map(secret -> tokens(secret, Optional.of(typed), Optional.of(typed)))
                .orElse(List.of());
    }

    private List<String> tokens(byte[] secret, Optional<String> kana, Optional<String> phone) {
        List<String> tokens = new ArrayList<>();
        phone.flatMap(PhoneNumber::parse).ifPresent(number -> tokens.add(token(secret, "phone", number.text())));
        kana.map(this::folded).ifPresent(name -> {
            tokens.add(token(secret, "kana", name.replaceAll("\\s", "")));
            Arrays.stream(name.split("\\s+"))
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> tokens.add(token(secret, "kana", part)));
        });
        return tokens;
    }

    private String folded(String text) {
        return jdbi.withHandle(handle -> handle.createQuery("select search_folded(:text)")
                .bind("text", text.strip())
                .mapTo(String.class)
                .one());
    }

    private static String token(byte[] secret, String kind, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] digest = mac.doFinal((kind + ":" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    private Optional<byte[]> secret(int organizationId) {
        Optional<byte[]> sealed = jdbi.withHandle(
                handle -> handle.createQuery("select sealed from blind_key where organization_id = :organization")
                        .bind("organization", organizationId)
                        .mapTo(byte[].class)
                        .findOne());
        return sealed.map(bytes -> fields.open(SEALED.in(organizationId), bytes).getBytes(StandardCharsets.UTF_8));
    }

    /** Of two who write the first at the same moment, the second takes what the first has made. */
    private byte[] make(int organizationId) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into blind_key (organization_id, sealed)"
                        + " values (:organization, :sealed) on conflict do nothing")
                .bind("organization", organizationId)
                .bind("sealed", fields.seal(SEALED.in(organizationId), SecretToken.next()))
                .execute());
        return secret(organizationId).orElseThrow();
    }
}
