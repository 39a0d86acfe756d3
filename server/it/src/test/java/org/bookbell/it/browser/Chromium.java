package org.bookbell.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.bookbell.it.database.Required;
import org.jspecify.annotations.Nullable;

/** The browser of the system, which all tests of a run share; each {@link Visitor} has cookies of their own. */
final class Chromium {

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Starts it where it does not run; skips or fails the test where there is none. */
    static synchronized Browser get() {
        if (browser == null) {
            var program = Required.program("/usr/bin/chromium", "chromium");
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of("--no-sandbox")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
