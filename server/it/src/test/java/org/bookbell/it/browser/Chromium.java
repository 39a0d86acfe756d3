package org.bookbell.it.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The browser of the system, which all tests of a run share; each {@link Visitor} has cookies of their own. */
final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Starts it where it does not run; skips or fails the test where there is none. */
    static synchronized Browser get() {
        if (browser == null) {
            requireInstalled();
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(PROGRAM)
                            .setArgs(List.of("--no-sandbox")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static void requireInstalled() {
        if (!Files.isExecutable(PROGRAM)) {
            var why = PROGRAM + " is missing: install chromium, then run the build again";
            if (Boolean.getBoolean("bookbell.it.requireAll")) {
                fail(why);
            }
            abort(why);
        }
    }
}
