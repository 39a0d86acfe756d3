package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newcomer bans a gateway of the demonstration by one press, and watches what the server does about it. */
@SuppressWarnings("NullAway.Init")
class BanIT {

    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(WITHIN.toMillis());

    private static Demonstration demonstration;

    @BeforeAll
    static void a_demonstration_of_its_own() {
        Chromium.get();
        demonstration = Demonstration.start();
    }

    @AfterAll
    static void stop() {
        demonstration.stop();
    }

    @Test
    void within_three_minutes_of_a_ban_another_gateway_sends_and_the_organizer_is_told() {
        try (var operator = demonstration.operator()) {
            operator.open("/demo/phones");
            assertThat(operator.page().locator("#taken")).containsText("delivered", SOON);
            var banned = System.nanoTime();
            operator.press("Ban “phones”");

            await().atMost(WITHIN).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                operator.open("/status");
                assertThat(operator.page().locator("p.fault").isVisible()).isTrue();
            });
            operator.open("/demo/mailbox");
            assertThat(operator.page().locator("#taken"))
                    .containsText("Some of your messages may not have arrived", SOON);
            var took = Duration.ofNanos(System.nanoTime() - banned);
            operator.open("/demo/phones");
            assertThat(operator.page().locator("#taken")).containsText("by phones-2", SOON);

            System.getLogger(BanIT.class.getName())
                    .log(Level.INFO, "from the button to the organizer''s e-mail: {0} s", took.toSeconds());
            assertThat(took).isLessThan(WITHIN);
            assertThat(operator.complaints()).isEmpty();
        }
    }
}
