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
            PublicBooking.book(client, "Clara Clickable");
            assertThat(client.page().getByRole(AriaRole.STATUS)).containsText("You are booked");
            Welcome.assertOf(client);

            client.press("I will come");
            assertThat(client.page().locator(".facts")).containsText("confirmed");
            Welcome.assertOf(client);

            client.page().getByText("Move").click();
            client.page().locator("button[name=start]").last().waitFor();
            Welcome.assertOf(client);
            client.page().locator("button[name=start]").last().click();
            assertThat(client.page().locator(".done")).containsText("moved");

            client.page().getByText("Cancel …").click();
            Welcome.assertOf(client);
            client.press("Cancel the appointment");
            assertThat(client.page().locator(".facts")).containsText("cancelled");
            assertThat(client.page().getByText("Book another time")).isVisible();
            Welcome.assertOf(client);
        }
    }

    @Test
    void e_mail_is_stopped_and_received_again_by_one_press_each() {
        try (var client = Demonstration.shared().visitor()) {
            PublicBooking.book(client, "Ursula Unsubscribed");
            client.open(PublicBooking.selfPath(client) + "/unsubscribe");

            client.press("Stop e-mail from Harbor Massage");
            assertThat(client.page().getByRole(AriaRole.STATUS)).containsText("sends you no more e-mail");
            Welcome.assertOf(client);

            client.press("Receive e-mail again");
            assertThat(client.page().getByText("Stop e-mail from Harbor Massage"))
                    .isVisible();
            Welcome.assertOf(client);
        }
    }

    @Test
    void booking_needs_no_script() {
        try (var client = Demonstration.shared().visitorWithoutScripts()) {
            PublicBooking.book(client, "Norman Noscript");

            assertThat(client.page().locator(".done")).containsText("You are booked");
            assertThat(client.page().locator("h1")).hasText("Hot stones");
        }
    }

    @Test
    void wrong_details_are_told_at_their_fields_and_what_was_typed_stays() {
        try (var client = Demonstration.shared().visitorWithoutScripts()) {
            PublicBooking.chooseTime(client);
            client.page().getByLabel("Name").fill("Wanda Wrong");
            client.page().getByLabel("Mobile").fill("12");
            client.press("Book");

            assertThat(client.texts(".wrong")).singleElement().asString().contains("\"12\" is no number");
            assertThat(client.page().getByLabel("Name")).hasValue("Wanda Wrong");
            assertThat(client.page().getByLabel("Mobile")).hasValue("12");
        }
    }
}
