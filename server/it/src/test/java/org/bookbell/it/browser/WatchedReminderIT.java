package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promise of the demonstration: within minutes a reminder arrives, and the ledger tells its whole way. */
class WatchedReminderIT {

    private static final LocatorAssertions.ContainsTextOptions WITHIN_MINUTES =
            new LocatorAssertions.ContainsTextOptions().setTimeout(180_000);

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void the_reminder_of_the_demonstration_is_watched_from_phone_to_ledger() {
        try (var owner = Demonstration.shared().owner()) {
            owner.open("/demo/phones");
            assertThat(owner.page().locator("#taken")).containsText("Reminder", WITHIN_MINUTES);
            assertThat(owner.page().getByRole(AriaRole.ARTICLE).filter(With.text("Reminder")))
                    .containsText("delivered", WITHIN_MINUTES);

            owner.open("/o/harbor-massage/messages?state=DELIVERED&channel=SMS&limit=200");
            var reminders = owner.page()
                    .locator("#messages tr")
                    .filter(With.text("Reminder"))
                    .getByRole(AriaRole.LINK);
            // a demonstration that has run for long has sent many confirmations since
            while (reminders.count() == 0) {
                owner.open(owner.pathOf("main a[href*='after=']"));
            }
            reminders.first().click();

            assertThat(owner.heading()).hasText("Reminder by SMS");
            assertThat(owner.texts(".history strong"))
                    .startsWith("planned", "claimed", "being handed over", "accepted by the gateway", "delivered");

            owner.page().getByText("← The appointment").click();
            assertThat(owner.page().locator("#messages")).containsText("Reminder");
            assertThat(owner.complaints()).isEmpty();
        }
    }
}
