package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.anpi.launcher.Installation;
import jp.anpi.townlife.TownLife;
import jp.anpi.townlife.TownLifeOptions;
import jp.anpi.townlife.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole town lives with the product, and everything breaks now and then: nobody who fell silent is missed, and nobody
 * is alarmed because of our own fault. A village for a week by default, the full town for a year with
 * {@code -Danpi.test.full=true}; replay with {@code -Danpi.year.seed}, {@code -Danpi.year.people} and
 * {@code -Danpi.year.days}.
 */
class YearInTownTest {

    @Test
    void nobody_silent_is_missed_and_nobody_is_alarmed_by_our_fault(@TempDir Path directory) throws IOException {
        TownLifeOptions options = Boolean.getBoolean("anpi.test.full")
                ? TownLifeOptions.year(directory)
                : TownLifeOptions.village(directory);
        Verdict verdict = TownLife.live(options.withSystemProperties(), System.out::println, System::nanoTime);
        System.out.println(verdict.report());
        Files.writeString(
                Installation.locate().home().resolve("system-tests/target/year-in-town.txt"), verdict.report());
        assertThat(verdict.findings()).isEmpty();
    }
}
