package jp.anpi.line.internal.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of the phone, by key: {@code messages.properties} first, then {@code conversation.properties}.
 *
 * <p>An unknown key throws: a missing text is a fault of ours that a test must find, never a key on a resident's phone.
 */
@ApplicationScoped
public class Phrases {

    private static final List<String> BUNDLES =
            List.of("/jp/anpi/line/messages.properties", "/jp/anpi/line/conversation.properties");

    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    public Phrases() {
        Properties all = new Properties();
        // The first bundle wins, so it is laid over the second.
        read(BUNDLES.get(1), all);
        read(BUNDLES.get(0), all);
        patterns = all.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, all::getProperty));
    }

    /** The text with {@code {0}} … replaced by the arguments as they print; numbers get no separators. */
    public String of(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments).map(String::valueOf).toArray();
        // Each use has its own: a format is not for several threads.
        MessageFormat format =
                (MessageFormat) parsed.computeIfAbsent(key, this::parse).clone();
        return format.format(shown);
    }

    private MessageFormat parse(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new NoSuchElementException("No text for " + key);
        }
        return new MessageFormat(pattern, Locale.JAPANESE);
    }

    private static void read(String resource, Properties into) {
        try (InputStream stream = Phrases.class.getResourceAsStream(resource)) {
            if (stream != null) {
                into.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
