package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.anpi.simulator.Phone;

/**
 * All logs of an installation, the product's and the database's: they tell nothing about anybody, and no secret.
 *
 * @param lines of all files
 */
record QuietLogs(List<String> lines) {

    private static final Pattern LINE_USER = Pattern.compile("\\bU[0-9a-f]{32}\\b");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");
    private static final Pattern PAGE_LINK = Pattern.compile("/my/open/[\\w-]{20,}");

    static QuietLogs of(Path dataDirectory) {
        try (Stream<Path> files = Files.walk(dataDirectory.resolve("logs"))) {
            return new QuietLogs(files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lck"))
                    .flatMap(QuietLogs::read)
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean contain(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** Not whom LINE knows there, not what they were called or typed, not what they or we must keep secret. */
    QuietLogs saysNothingAbout(Town town, String... further) {
        assertThat(lines).as("logs").isNotEmpty();
        List<String> replyTokens =
                town.line().requests().matching(request -> request.path().endsWith("/reply")).stream()
                        .map(request -> request.json().path("replyToken").asText())
                        .toList();
        Stream.of(
                        town.line().phones().stream().map(Phone::userId),
                        town.line().phones().stream().map(Phone::name),
                        Stream.of(
                                "はなこ太郎",
                                Town.SECRET,
                                Town.TOKEN,
                                Town.STAFF_PASSWORD,
                                town.records().password()),
                        Stream.of(further),
                        replyTokens.stream())
                .flatMap(texts -> texts)
                .forEach(text ->
                        assertThat(contain(text)).as("logs hold " + text).isFalse());
        for (Pattern personal : List.of(LINE_USER, MAIL, PAGE_LINK)) {
            assertThat(lines).noneMatch(line -> personal.matcher(line).find());
        }
        return this;
    }
}
