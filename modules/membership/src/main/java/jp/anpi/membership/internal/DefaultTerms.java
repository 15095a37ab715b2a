package jp.anpi.membership.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.anpi.membership.Organization;

/** The terms that an organization starts with, short enough for one message. */
final class DefaultTerms {

    private static final String RESOURCE = "default-terms.txt";
    private static final String NAME = "{organization}";

    private DefaultTerms() {}

    static String of(Organization organization) {
        try (InputStream text = DefaultTerms.class.getResourceAsStream(RESOURCE)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace(NAME, organization.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
