package jp.anpi.system;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.anpi.launcher.Installation;
import org.junit.jupiter.api.Test;

/** The house stands as drawn: floors, private rooms, no cycles, injected time, session beans without state. */
class HouseRulesTest {

    private static final Path HOME = Installation.locate().home();

    /** What each module may use, besides itself. Read beside the sentence in its package-info. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("database", Set.of()),
            Map.entry("foundation", Set.of()),
            Map.entry("membership", Set.of("foundation")),
            Map.entry("messaging", Set.of("foundation")),
            Map.entry("scheduling", Set.of("foundation", "membership", "messaging")),
            Map.entry("escalation", Set.of("foundation", "membership", "messaging", "scheduling")),
            Map.entry("announcements", Set.of("foundation", "membership", "messaging")),
            Map.entry("reporting", Set.of("foundation", "membership", "scheduling", "escalation")),
            Map.entry(
                    "line",
                    Set.of("foundation", "membership", "messaging", "scheduling", "escalation", "announcements")),
            Map.entry(
                    "admin",
                    Set.of(
                            "foundation",
                            "membership",
                            "messaging",
                            "scheduling",
                            "escalation",
                            "announcements",
                            "reporting",
                            "line")),
            Map.entry(
                    "resident",
                    Set.of("foundation", "membership", "messaging", "scheduling", "escalation", "reporting", "line")));

    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(productClasses());

    @Test
    void every_module_uses_only_the_floors_below_it() {
        FLOORS.forEach((module, below) -> {
            String[] allowed = Stream.concat(Stream.of(module), below.stream())
                    .map(name -> "jp.anpi." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("jp.anpi." + module + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "live on another floor",
                            (JavaClass type) ->
                                    type.getPackageName().startsWith("jp.anpi.") && !resides(type, allowed)))
                    .allowEmptyShould(true)
                    .check(HOUSE);
        });
    }

    @Test
    void the_floors_name_every_module_there_is() {
        Set<String> present = HOUSE.stream()
                .map(type -> type.getPackageName().split("\\.")[2])
                .collect(java.util.stream.Collectors.toSet());
        assertThat(FLOORS.keySet()).containsAll(present);
    }

    @Test
    void the_inner_rooms_of_a_module_are_its_own() {
        classes()
                .that()
                .resideInAPackage("jp.anpi.*.internal..")
                .should(new ArchCondition<>("be used by their own module only") {
                    @Override
                    public void check(JavaClass room, ConditionEvents events) {
                        String module = room.getPackageName().split("\\.")[2];
                        room.getDirectDependenciesToSelf().stream()
                                .map(dependency -> dependency.getOriginClass())
                                .filter(origin -> !origin.getPackageName().startsWith("jp.anpi." + module))
                                .forEach(origin -> events.add(SimpleConditionEvent.violated(
                                        room, origin.getName() + " looks into " + room.getName())));
                    }
                })
                .check(HOUSE);
    }

    @Test
    void modules_stand_on_each_other_without_cycles() {
        slices().matching("jp.anpi.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void time_is_given_never_taken() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("jp.anpi.foundation.SystemClock")
                .should()
                .callMethodWhere(describe(
                        "reads the machine's time",
                        call -> (call.getTargetOwner().getPackageName().equals("java.time")
                                        && Set.of("now", "systemUTC", "systemDefaultZone", "system")
                                                .contains(call.getTarget().getName())
                                        && call.getTarget().getRawParameterTypes().stream()
                                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class)))
                                || (call.getTargetOwner().isEquivalentTo(System.class)
                                        && call.getTarget().getName().equals("currentTimeMillis"))))
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(HOUSE);
    }

    @Test
    void sql_does_not_read_the_clock_of_the_database() throws IOException {
        Pattern clocks = Pattern.compile(
                "\\b(now\\(\\)|current_timestamp|current_date|clock_timestamp|localtimestamp)",
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(HOME.resolve("db-migrations/src/main"))) {
            List<Path> reading = Stream.concat(files, productSources())
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("DatabaseClock.java"))
                    .filter(file -> clocks.matcher(withoutJavaClocks(file)).find())
                    .toList();
            assertThat(reading).isEmpty();
        }
    }

    @Test
    void words_stand_in_bundles() throws IOException {
        Pattern comment = Pattern.compile("\\s*(//|/?\\*).*");
        Pattern japanese = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
        try (Stream<Path> sources = productSources()) {
            List<String> speaking = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(HouseRulesTest::linesOf)
                    .filter(line -> !comment.matcher(line).matches())
                    .filter(line -> japanese.matcher(line).find())
                    .toList();
            assertThat(speaking).isEmpty();
        }
    }

    @Test
    void session_beans_keep_no_state() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ejb.Stateless")
                .and()
                .areNotStatic()
                .should(new ArchCondition<>("be given by the container") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean given = field.getModifiers().contains(JavaModifier.FINAL)
                                || Stream.of(
                                                "jakarta.inject.Inject",
                                                "jakarta.annotation.Resource",
                                                "jakarta.persistence.PersistenceContext")
                                        .anyMatch(field::isAnnotatedWith);
                        if (!given) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is state"));
                        }
                    }
                })
                .check(HOUSE);
    }

    @Test
    void nothing_is_called_util_helper_or_manager() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(HOUSE);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> sources = productSources()) {
            List<Path> silent = sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void no_file_outgrows_its_room() throws IOException {
        try (Stream<Path> sources = productSources()) {
            List<Path> large = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 400)
                    .toList();
            assertThat(large).isEmpty();
        }
    }

    private static boolean resides(JavaClass type, String[] packages) {
        return Stream.of(packages)
                .anyMatch(name -> (type.getPackageName() + ".").startsWith(name.substring(0, name.length() - 1)));
    }

    private static List<Path> productClasses() {
        return productFolders()
                .map(folder -> folder.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<Path> productSources() throws IOException {
        return productFolders()
                .map(folder -> folder.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(HouseRulesTest::walk);
    }

    private static Stream<Path> productFolders() {
        try (Stream<Path> modules = Files.list(HOME.resolve("modules"))) {
            return Stream.concat(modules.toList().stream(), Stream.of(HOME.resolve("db-migrations")));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The text without Java's own {@code now(…)} calls, which the rule on time looks after. */
    private static String withoutJavaClocks(Path file) {
        try {
            return Files.readString(file).replaceAll("[A-Za-z]\\.now\\(|\\bnow\\(\\) *\\{|\\bInstant now\\(", "");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static long lines(Path file) {
        return linesOf(file).count();
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
