package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Somebody at the desk books a caller and never touches the mouse. Twenty seconds are about sixty strokes. */
class DeskIT {

    private static final int FROM_CLIENT_TO_TIMES = 6;

    /** The samples' visitor books the first free time every ten seconds: the desk is not to race it. */
    private static final String LAST_TIME = "ArrowUp";

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void a_known_caller_is_booked_with_few_strokes(TestReporter report) {
        try (var desk = Demonstration.shared().owner()) {
            sitDown(desk);
            var began = System.nanoTime();
            var keys = new Keys(desk).type("quentin iv");
            assertThat(desk.page().getByLabel("Quentin Ivanova")).isChecked();

            keys.press("Tab", FROM_CLIENT_TO_TIMES).press(LAST_TIME).press("Enter");

            assertThat(desk.heading()).hasText("Quentin Ivanova");
            assertThat(desk.page().locator(".done")).containsText("Booked");
            assertThat(keys.strokes()).isLessThanOrEqualTo(20);
            assertThat(desk.complaints()).isEmpty();
            report(report, began, keys);
        }
    }

    @Test
    void somebody_new_is_filed_and_booked_in_one_go(TestReporter report) {
        try (var desk = Demonstration.shared().owner()) {
            sitDown(desk);
            var began = System.nanoTime();
            var keys = new Keys(desk).type("Gerda Gale");
            assertThat(desk.page().getByLabel("Somebody new")).isChecked();
            assertThat(desk.page().locator("[name=name]")).hasValue("Gerda Gale");

            keys.press("Tab", 3).type("2125550142").press("Tab", 3).press("Space");
            keys.press("Tab", FROM_CLIENT_TO_TIMES - 2).press(LAST_TIME).press("Enter");

            assertThat(desk.heading()).hasText("Gerda Gale");
            assertThat(desk.page().locator(".facts")).containsText("+1 212-555-0142");
            assertThat(keys.strokes()).isLessThanOrEqualTo(40);
            report(report, began, keys);
        }
    }

    @Test
    void a_booking_without_time_or_client_says_what_to_choose() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open("/o/harbor-massage/desk");
            desk.page().getByLabel("Note").fill("By phone");
            desk.press("Book");

            assertThat(desk.texts(".wrong"))
                    .containsExactlyInAnyOrder("Choose a client, or somebody new.", "Choose a time.");
            assertThat(desk.page().getByLabel("Note")).hasValue("By phone");
        }
    }

    /** Goes to the desk, where one can type at once: the browser takes a moment to put the cursor there. */
    private static void sitDown(Visitor desk) {
        desk.open("/o/harbor-massage/desk");
        assertThat(desk.page().locator("[name=search]")).isFocused();
    }

    private static void report(TestReporter report, long began, Keys keys) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        report.publishEntry("booking a caller", keys.strokes() + " strokes, " + took.toMillis() + " ms by a machine");
    }
}
