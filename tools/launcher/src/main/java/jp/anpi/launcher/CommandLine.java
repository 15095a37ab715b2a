package jp.anpi.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the launcher was asked for.
 *
 * @param command {@code serve}, {@code demo}, {@code status}, {@code stop}, {@code audit}, {@code verify-log},
 *     {@code backup},
 *     {@code restore}, {@code rotate-keys} or {@code prepare}
 * @param file that {@code backup} writes and {@code restore} reads
 * @param configuration properties file
 * @param dataDirectory stands above {@code anpi.data.dir}
 * @param story play the main story by itself
 * @param keep stay running after the story
 * @param retire end old keys instead of adding a new one
 */
record CommandLine(
        String command,
        Optional<Path> file,
        Optional<Path> configuration,
        Optional<Path> dataDirectory,
        boolean story,
        boolean keep,
        boolean retire) {

    private static final Set<String> WITH_FILE = Set.of("backup", "restore");

    /** @throws LaunchFailure for a word that means nothing here */
    static CommandLine parse(String[] words) {
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        String command = rest.isEmpty() ? "" : rest.pop();
        Optional<Path> file = Optional.empty();
        Optional<Path> configuration = Optional.empty();
        Optional<Path> dataDirectory = Optional.empty();
        boolean story = false;
        boolean keep = false;
        boolean retire = false;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--config" -> configuration = Optional.of(path(word, rest));
                case "--data-dir" -> dataDirectory = Optional.of(path(word, rest));
                case "--story" -> story = onlyFor("demo", command, word);
                case "--keep" -> keep = onlyFor("demo", command, word);
                case "--retire" -> retire = onlyFor("rotate-keys", command, word);
                default -> file = Optional.of(file(command, word, file));
            }
        }
        if (WITH_FILE.contains(command) && file.isEmpty()) {
            throw new LaunchFailure(
                    LaunchFailure.WRONG_SETTING, "anpi " + command + " needs a file: anpi " + command + " FILE");
        }
        return new CommandLine(command, file, configuration, dataDirectory, story, keep, retire);
    }

    /** All sources of properties, with {@code --data-dir} above them. */
    PropertySources properties() {
        PropertySources sources = PropertySources.ofThisProcess(configuration);
        return dataDirectory
                .map(directory -> sources.with(Map.of("anpi.data.dir", directory.toString())))
                .orElse(sources);
    }

    private static boolean onlyFor(String expected, String command, String word) {
        if (!command.equals(expected)) {
            throw unknown(command, word);
        }
        return true;
    }

    private static Path file(String command, String word, Optional<Path> before) {
        if (!WITH_FILE.contains(command) || before.isPresent() || word.startsWith("-")) {
            throw unknown(command, word);
        }
        return Path.of(word);
    }

    private static Path path(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new LaunchFailure(LaunchFailure.WRONG_SETTING, option + " needs a path after it");
        }
        return Path.of(rest.pop());
    }

    private static LaunchFailure unknown(String command, String word) {
        return new LaunchFailure(
                LaunchFailure.WRONG_SETTING, "anpi " + command + ": unknown option " + word + "; see ./anpi help");
    }
}
