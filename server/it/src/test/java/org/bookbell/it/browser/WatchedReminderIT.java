package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promise of the demonstration: within minutes a reminder arrives, and the ledger tells its whole way. */
class WatchedReminderIT {

    private static final String LEDGER = "/o/harbor-massage/messages?state=DELIVERED&channel=SMS&limit=200";
    private static final String OLDER = "main a[href*='after=']";
    private static final Duration WITHIN_MINUTES = Duration.ofMinutes(3);
    private static final Pattern NUMBER = Pattern.compile("\\+\\d+");

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void the_reminder_of_the_demonstration_is_watched_from_ledger_to_phone() {
        try (var owner = Demonstration.shared().owner()) {
            await().pollInSameThread()
                    .atMost(WITHIN_MINUTES)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> findReminder(owner));
            reminders(owner).first().click();

            assertThat(owner.heading()).hasText("Reminder by SMS");
            assertThat(owner.texts(".history strong"))
                    .startsWith("planned", "claimed", "being handed over", "accepted by the gateway", "delivered");
            var number = NUMBER.matcher(String.join(" ", owner.texts("main dd")))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group();

            owner.page().getByText("← The appointment").click();
            assertThat(owner.page().locator("#messages")).containsText("Reminder");

            owner.open("/demo/phones?to=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
            assertThat(owner.page().getByRole(AriaRole.ARTICLE).filter(With.text("Reminder")))
                    .containsText("delivered");
            assertThat(owner.complaints()).isEmpty();
        }
    }

    /** Looks for one in the ledger, page by page: a demonstration that has run for long has sent many confirmations since. */
    private static boolean findReminder(Visitor owner) {
        owner.open(LEDGER);
        while (reminders(owner).count() == 0 && owner.page().locator(OLDER).count() > 0) {
            owner.open(owner.pathOf(OLDER));
        }
        return reminders(owner).count() > 0;
    }

    private static Locator reminders(Visitor owner) {
        return owner.page()
                .locator("#messages tr")
                .filter(With.text("Reminder"))
                .getByRole(AriaRole.LINK);
    }
}
