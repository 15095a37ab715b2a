package jp.anpi.resident.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.anpi.resident.internal.Words;

/** A small page without any moving parts. */
@ApplicationScoped
public class ProblemPage {

    /** Who came for the page. */
    enum Reader {
        RESIDENT("problem."),
        STAFF("problem.staff.");

        private final String words;

        Reader(String words) {
            this.words = words;
        }
    }

    private final String template = template();

    String html(Problem.Kind kind, Reader reader, String contextPath) {
        String key = reader.words + kind.name().toLowerCase(Locale.ROOT);
        return template.replace("@base@", contextPath)
                .replace("@title@", Words.of(key + ".title"))
                .replace("@text@", Words.of(key + ".text"));
    }

    private static String template() {
        try (InputStream file = ProblemPage.class.getResourceAsStream("problem.html")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
