package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.launcher.Installation;
import org.junit.jupiter.api.Test;

/** What ships is known, and may be shipped: {@code docs/licences.md}. */
class LicencesTest {

    /** SPDX ids of the licences that allow it; {@code Public-Domain} has none. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "EPL-1.0",
            "EPL-2.0",
            "EDL-1.0",
            "LGPL-2.1-or-later",
            "MPL-2.0",
            "CDDL-1.1",
            "OFL-1.1",
            "PostgreSQL",
            "OpenSSL",
            "Unicode-DFS-2016",
            "ISC",
            "Zlib",
            "Public-Domain");

    private static final Path HOME = Installation.locate().home();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S+?)(?: or \\S+)* \\|$");
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*\\.jar$");

    @Test
    void every_library_that_ships_is_listed_with_a_licence_that_allows_it() throws IOException {
        Map<String, String> listed = Pattern.compile(ROW.pattern())
                .matcher(Files.readString(HOME.resolve("docs/licences.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), (MatchResult row) -> row.group(2)));

        assertThat(listed.keySet())
                .as("a library that is new needs a row in docs/licences.md")
                .containsAll(shipped());
        assertThat(listed)
                .allSatisfy(
                        (library, licence) -> assertThat(ALLOWED).as(library).contains(licence));
    }

    private static Set<String> shipped() throws IOException {
        Set<String> shipped = new TreeSet<>();
        try (FileSystem archive = FileSystems.newFileSystem(HOME.resolve("anpi-micro/target/ROOT.war"));
                Stream<Path> inside = Files.list(archive.getPath("WEB-INF/lib"));
                Stream<Path> beside = Files.list(HOME.resolve("tools/launcher/target/runtime/lib"))) {
            Stream.concat(inside, beside)
                    .map(jar -> jar.getFileName().toString())
                    .map(jar -> VERSION.matcher(jar).replaceFirst(""))
                    .filter(library -> !isOurs(library))
                    .forEach(shipped::add);
        }
        shipped.addAll(besideThePrograms());
        return shipped;
    }

    /** What PostgreSQL's programs bring along: no jar, so no bill of materials knows of it. */
    private static Set<String> besideThePrograms() throws IOException {
        try (Stream<Path> libraries = Files.list(postgres().resolve("lib"))) {
            return libraries
                    .map(library -> library.getFileName().toString())
                    .filter(library -> library.contains(".so"))
                    .map(library -> library.replaceFirst("\\.so.*$", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Path postgres() throws IOException {
        Installation.locate().postgresBinaries();
        try (Stream<Path> unpacked = Files.list(HOME.resolve("tools/launcher/target/runtime"))) {
            return unpacked.filter(directory -> Files.isDirectory(directory.resolve("lib/postgresql")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isOurs(String library) {
        return Stream.of("modules", "tools", "")
                .map(folder -> HOME.resolve(folder).resolve(library).resolve("pom.xml"))
                .anyMatch(Files::exists);
    }
}
