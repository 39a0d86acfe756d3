package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients, staff and organizers decide what is sent, and in which words. */
class ChoicesPagesIT {

    private static final String PRACTICE = "/o/harbor-massage";

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void a_client_chooses_without_scripts_and_without_signing_in() {
        try (var client = Demonstration.shared().visitorWithoutScripts()) {
            client.open("/b/harbor-massage").page().getByText("Hot stones").click();
            client.page().locator(".days a[href*='&day=']").last().click();
            client.page().locator(".times a").first().click();
            client.page().getByLabel("Name").fill("Carla Choosy");
            client.page().getByLabel("E-mail").fill("carla@mail.example");
            client.press("Book");
            client.page().getByText("Choose what you are sent").click();

            client.page().getByLabel("Reminder by e-mail").selectOption("2 days before");
            client.page().getByLabel("Change by e-mail").selectOption("never");
            client.press("Save");

            assertThat(client.page().getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(client.page().getByLabel("Reminder by e-mail")).hasValue("48");
            assertThat(client.page().getByLabel("Change by e-mail")).hasValue("no");
            assertThat(client.page().locator(".hint")).containsText("No mobile number is known");
            client.page().getByText("← Your appointment").click();
            assertThat(client.heading()).hasText("Hot stones");
        }
    }

    @Test
    void the_desk_chooses_for_a_client_and_comes_back_to_the_appointment() {
        try (var desk = Demonstration.shared().owner()) {
            var appointment = desk.open(PRACTICE + "/today").pathOf("tbody a");
            var name = desk.open(appointment).heading().innerText();
            desk.page().getByText("What " + name + " wants to be sent").click();
            assertThat(desk.heading()).hasText("Messages to " + name);

            desk.page().getByLabel("Cancellation by text message").selectOption("yes");
            desk.press("Save");
            assertThat(desk.page().getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(desk.page().getByLabel("Cancellation by text message")).hasValue("yes");

            desk.page().getByText("← The appointment").click();
            assertThat(desk.heading()).hasText(name);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void a_text_shows_while_it_is_written_how_it_would_be_sent() {
        try (var owner = Demonstration.shared().owner()) {
            owner.open(PRACTICE + "/setup/texts?language=fr");
            owner.page().locator("a[href$='/cancellation.staff.sms/fr']").click();
            assertThat(owner.heading()).hasText("Cancellation to staff by text message, French");
            var body = owner.page().locator("[name=body]");

            body.fill("Annulé: {{client}}");
            assertThat(owner.page().locator("#preview .words")).containsText("Annulé: ");
            assertThat(owner.page().locator("#preview")).containsText("1 segment, ");
            body.fill("Annulé ☹: {{clown}}");
            assertThat(owner.page().locator("#preview .fault")).containsText("There is no variable clown");
            owner.press("Save");
            assertThat(owner.page().locator("#body-fault")).containsText("clown");
            assertThat(owner.barriers()).isEmpty();

            body.fill("Annulé ☹: {{client}}");
            assertThat(owner.page().locator("#preview .hint")).containsText("“☹” is not in the simple alphabet");
            owner.press("Save");
            assertThat(owner.page().getByRole(AriaRole.STATUS)).containsText("Saved");
            assertThat(owner.barriers()).isEmpty();

            owner.press("Use the usual text again");
            assertThat(owner.page().getByRole(AriaRole.STATUS)).containsText("the usual one is used again");
            assertThat(owner.complaints()).isEmpty();
        }
    }
}
