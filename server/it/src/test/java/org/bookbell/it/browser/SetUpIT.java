package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator sets up a real organization by one form and sends a test message. */
class SetUpIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @BeforeAll
    static void browser() {
        Chromium.get();
    }

    @Test
    void one_form_leads_to_an_organization_and_its_test_message() {
        try (var operator = Demonstration.shared().operator()) {
            operator.open("/operator/organizations/new");
            fill(operator);
            operator.press("Set up");
            assertThat(operator.heading()).hasText("Quiet Hands is set up");
            assertThat(operator.page().locator(".done")).containsText("otto@quiet-hands.example signs in with");
            Welcome.assertOf(operator);

            operator.page().getByLabel("To").fill("+13125550155");
            operator.press("Send a test message");
            assertThat(operator.page().locator(".facts")).containsText("delivered", SOON);

            operator.open("/demo/phones");
            assertThat(operator.page().getByRole(AriaRole.ARTICLE).filter(With.text("+13125550155")))
                    .containsText("test message of Quiet Hands");
            assertThat(operator.complaints()).isEmpty();
        }
    }

    @Test
    void every_fault_stands_at_its_field_and_what_was_chosen_stays() {
        try (var operator = Demonstration.shared().operator()) {
            operator.open("/operator/organizations/new");
            fill(operator);
            operator.page().getByLabel("Short name in addresses").fill("harbor massage");
            operator.page().getByLabel("Country").fill("ZZ");
            operator.page().getByLabel("E-mail to sign in with").fill("otto@");
            operator.page().getByLabel("Monday").uncheck();
            operator.page().getByLabel("by SMS").uncheck();
            operator.page().evaluate("document.querySelector('main form').noValidate = true");
            operator.press("Set up");

            assertThat(operator.page().locator("#slug-fault")).containsText("lower-case letters");
            assertThat(operator.page().locator("#country-fault")).containsText("two capital letters");
            assertThat(operator.page().locator("#ownerEmail-fault")).containsText("no e-mail address");
            assertThat(operator.texts(".wrong")).hasSize(3);
            assertThat(operator.page().getByLabel("Monday")).not().isChecked();
            assertThat(operator.page().getByLabel("by SMS")).not().isChecked();
            assertThat(operator.page().getByLabel("by e-mail")).isChecked();
            assertThat(operator.page().getByLabel("Name of the service")).hasValue("Short talk");
        }
    }

    private static void fill(Visitor operator) {
        var page = operator.page();
        page.locator("[name=name]").fill("Quiet Hands");
        page.getByLabel("Short name in addresses").fill("quiet-hands");
        page.getByLabel("Time zone").selectOption("America/New_York");
        page.getByLabel("Language").fill("en-US");
        page.getByLabel("Country").fill("US");
        page.getByLabel("Owner's name").fill("Otto Owner");
        page.getByLabel("E-mail to sign in with").fill("otto@quiet-hands.example");
        page.getByLabel("Staff member's name").fill("Sina Staff");
        page.getByLabel("Name of the service").fill("Short talk");
    }
}
