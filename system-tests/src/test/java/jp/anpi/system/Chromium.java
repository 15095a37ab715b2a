package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, started once for all tests of a process, with a fresh profile for each person. */
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final boolean PICTURES =
            Boolean.getBoolean("anpi.test.full") || Boolean.getBoolean("anpi.test.pictures");

    private static Chromium running;

    private final Browser browser;

    private Chromium(Path program) {
        browser = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Skips the calling tests where no Chromium is installed. */
    static synchronized Chromium start() {
        var program = Stream.concat(
                        Stream.ofNullable(System.getenv("ANPI_CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "no Chromium at " + PLACES + " or where ANPI_CHROMIUM says");
        if (running == null) {
            running = new Chromium(program.get());
        }
        return running;
    }

    /** The browser of a phone: 390 by 844, in Japanese. */
    BrowserContext phone() {
        return window(390, 844);
    }

    BrowserContext window(int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo"));
        // Never reached where the page works: a busy machine shall not look like a broken page.
        context.setDefaultTimeout(90_000);
        return context;
    }

    /**
     * Keeps a picture for people to look at, where they asked for it with {@code -Danpi.test.pictures=true} or the full
     * test: no test looks at it, and each costs half a second.
     */
    static void keep(Page page, String name, boolean whole) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(whole));
        }
    }

    /** The same on a desk and on a phone, and nothing has to be scrolled sideways on either. */
    static void keepBoth(Page page, String name) {
        for (int[] size : new int[][] {{390, 844}, {1280, 720}}) {
            page.setViewportSize(size[0], size[1]);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing to scroll sideways on " + name + " at " + size[0])
                    .isTrue();
            keep(page, name + "-" + size[0], true);
        }
    }

    /** Closes everybody's windows, if there are any. The program itself ends with the tests' process. */
    static synchronized void closeWindows() {
        if (running != null) {
            List.copyOf(running.browser.contexts()).forEach(BrowserContext::close);
        }
    }
}
