package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the desk does after booking: it moves, cancels, blocks, and says who came. */
class DeskActsIT {

    private static final String PRACTICE = "/o/harbor-massage";

    /** Nobody books so far ahead but these tests: the samples' visitors take the next free times. */
    private static final LocalDate FAR = LocalDate.now().plusDays(21);

    private static final Duration SOON = Duration.ofMinutes(2);

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void an_appointment_is_moved_cancelled_and_booked_again() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open(PRACTICE + "/today?day=" + FAR);
            desk.open(desk.pathOf("tbody a"));
            var before = desk.texts(".facts dd").get(0);

            desk.page().getByRole(AriaRole.BUTTON).filter(With.text("Move")).click();
            desk.page().locator("button[name=start]").last().waitFor();
            Welcome.assertOf(desk);
            desk.page().locator("button[name=start]").last().click();
            assertThat(desk.page().locator(".done")).containsText("Moved; the client is told.");
            assertThat(desk.texts(".facts dd").get(0)).isNotEqualTo(before);
            assertThat(desk.page().locator("#messages")).containsText("Change");
            Welcome.assertOf(desk);

            desk.page().getByText("Cancel …").click();
            desk.page().getByLabel("Reason").fill("The water is off");
            Welcome.assertOf(desk);
            desk.press("Cancel the appointment");
            assertThat(desk.page().locator(".done")).containsText("Cancelled; the client is told.");
            assertThat(desk.page().locator(".facts")).containsText("cancelled: The water is off");
            Welcome.assertOf(desk);

            desk.press("Book again");
            assertThat(desk.page().locator(".done")).containsText("Booked again.");
            assertThat(desk.page().locator(".facts")).not().containsText("cancelled");
            Welcome.assertOf(desk);
        }
    }

    @Test
    void a_time_is_blocked_and_opened_again() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open(PRACTICE + "/blocks");
            desk.page().getByLabel("Whose time").selectOption("David Okafor");
            desk.page().getByLabel("From, day").fill(FAR.toString());
            desk.page().getByLabel("From, time").fill("00:30");
            desk.page().getByLabel("To, day").fill(FAR.toString());
            desk.page().getByLabel("To, time").fill("23:30");
            desk.page().getByLabel("Note for yourselves").fill("Training");
            desk.press("Save");

            assertThat(desk.page().locator(".done")).containsText("Saved.");
            var line = line(desk, "Training");
            assertThat(line).containsText("David Okafor blocked from");
            assertThat(line).containsText("Booked in this time");
            assertThat(isOffered(desk)).isFalse();
            desk.open(PRACTICE + "/blocks");
            Welcome.assertOf(desk);

            line(desk, "Training").getByRole(AriaRole.BUTTON).click();
            assertThat(desk.page().locator(".done")).containsText("Removed.");
            assertThat(line(desk, "Training")).hasCount(0);
            assertThat(isOffered(desk)).isTrue();
        }
    }

    @Test
    void who_did_not_come_and_who_did_is_said_of_what_has_begun() {
        try (var desk = Demonstration.shared().owner()) {
            openBegun(desk);
            desk.press("Did not come");
            assertThat(desk.page().locator(".done")).containsText("the client did not come");
            assertThat(desk.page().locator(".facts")).containsText("did not come");
            Welcome.assertOf(desk);

            openBegun(desk);
            desk.press("Took place");
            assertThat(desk.page().locator(".done")).containsText("it took place");
            Welcome.assertOf(desk);
        }
    }

    private static Locator line(Visitor desk, String note) {
        return desk.page().locator(".entry").filter(With.text(note));
    }

    /** Whether clients are offered that day with David. */
    private static boolean isOffered(Visitor desk) {
        desk.open("/b/harbor-massage").open(desk.pathOf(".cards a"));
        var david = desk.page().locator(".choices a").filter(With.text("David Okafor"));
        desk.open(david.getAttribute("href") + "&from=" + FAR);
        return desk.page().locator(".days a[href$='&day=" + FAR + "']").count() == 1;
    }

    /** There is always one; where all that has begun is settled, the samples bring another one soon. */
    private static void openBegun(Visitor desk) {
        await("something that has begun")
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    desk.open(PRACTICE + "/today");
                    desk.page()
                            .locator("tbody tr")
                            .filter(With.text("booked"))
                            .first()
                            .getByRole(AriaRole.LINK)
                            .click();
                    desk.page().locator(".facts").waitFor();
                    return desk.page().getByText("Took place").count() == 1;
                });
    }
}
