package jp.anpi.resident.internal.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.anpi.resident.internal.Words;

/** A small page before a link from a mail is used up, and after. */
@ApplicationScoped
public class DoorPage {

    private final String template = read("door.html");
    private final String button = read("door-button.html");

    /** @param words beginning of the keys of title, text and button */
    String withButton(String words, String contextPath) {
        return html(words, contextPath, button.replace("@label@", Words.of(words + ".button")));
    }

    String withoutButton(String words, String contextPath) {
        return html(words, contextPath, "");
    }

    private String html(String words, String contextPath, String rest) {
        return template.replace("@base@", contextPath)
                .replace("@title@", Words.of(words + ".title"))
                .replace("@text@", Words.of(words + ".text"))
                .replace("@rest@", rest);
    }

    private static String read(String name) {
        try (InputStream file = DoorPage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
