package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client books, moves and cancels by themselves. */
class PublicBookingIT {

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void a_client_books_confirms_moves_and_cancels() {
        try (var client = Demonstration.shared().visitor()) {
            bookHotStones(client, "Clara Clickable");
            assertThat(client.page().getByRole(AriaRole.STATUS)).containsText("You are booked");

            client.press("I will come");
            assertThat(client.page().locator(".facts")).containsText("confirmed");

            client.page().getByText("Move").click();
            client.page().locator("button[name=start]").last().waitFor();
            assertThat(client.barriers()).isEmpty();
            client.page().locator("button[name=start]").last().click();
            assertThat(client.page().locator(".done")).containsText("moved");

            client.page().getByText("Cancel …").click();
            client.press("Cancel the appointment");
            assertThat(client.page().locator(".facts")).containsText("cancelled");
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void booking_needs_no_script() {
        try (var client = Demonstration.shared().visitorWithoutScripts()) {
            bookHotStones(client, "Norman Noscript");

            assertThat(client.page().locator(".done")).containsText("You are booked");
            assertThat(client.page().locator("h1")).hasText("Hot stones");
        }
    }

    @Test
    void wrong_details_are_told_at_their_fields_and_what_was_typed_stays() {
        try (var client = Demonstration.shared().visitorWithoutScripts()) {
            chooseTime(client);
            client.page().getByLabel("Name").fill("Wanda Wrong");
            client.page().getByLabel("Mobile").fill("12");
            client.press("Book");

            assertThat(client.texts(".wrong")).singleElement().asString().contains("\"12\" is no number");
            assertThat(client.page().getByLabel("Name")).hasValue("Wanda Wrong");
            assertThat(client.page().getByLabel("Mobile")).hasValue("12");
        }
    }

    private static void bookHotStones(Visitor client, String name) {
        chooseTime(client);
        client.page().getByLabel("Name").fill(name);
        client.page().getByLabel("E-mail").fill("client@mail.example");
        client.press("Book");
    }

    private static void chooseTime(Visitor client) {
        client.open("/b/harbor-massage").page().getByText("Hot stones").click();
        client.page().locator(".days a[href*='&day=']").last().click();
        client.page().locator(".times a").last().click();
    }
}
