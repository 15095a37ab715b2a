package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A promise is only kept when nothing broke on the way: no shared town's log may hold a new error after a test, nor ever
 * whose phone it was or a secret.
 */
final class CleanLogs implements BeforeAllCallback, AfterEachCallback {

    private static final Pattern ERROR = Pattern.compile("\\bSEVERE\\b|\\bERROR\\b");
    private static final Pattern LINE_USER = Pattern.compile("\\bU[0-9a-f]{32}\\b");
    private static final Map<Path, Integer> READ = new HashMap<>();

    /** What a test before broke on purpose is not this one's. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Town.allShared().forEach(town -> logs(town).forEach(CleanLogs::newLines));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (Town town : Town.allShared()) {
            for (Path log : logs(town)) {
                List<String> lines = newLines(log);
                assertThat(lines).as("errors in " + log).noneMatch(line -> ERROR.matcher(line)
                        .find());
                assertThat(lines)
                        .as("people and secrets in " + log)
                        .noneMatch(line -> LINE_USER.matcher(line).find())
                        .noneMatch(line -> line.contains(Town.SECRET)
                                || line.contains(Town.TOKEN)
                                || line.contains(Town.STAFF_PASSWORD));
            }
        }
    }

    private static List<Path> logs(Town town) {
        try (Stream<Path> files = Files.list(town.directory().resolve("logs"))) {
            return files.filter(file -> file.getFileName().toString().matches("anpi\\.\\d+\\.log"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> newLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            int read = READ.getOrDefault(log, 0);
            READ.put(log, lines.size());
            // A start begins the file anew.
            return lines.subList(read > lines.size() ? 0 : read, lines.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
