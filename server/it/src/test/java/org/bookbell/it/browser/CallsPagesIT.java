package org.bookbell.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody whom no message reaches is called, and a problem with a message is reported and answered. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallsPagesIT {

    private static final String PRACTICE = "/o/harbor-massage";
    private static final String NAME = "Nora Nomail";

    @BeforeAll
    static void somebody_without_any_address_is_booked() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open(PRACTICE + "/desk");
            desk.page().locator("[name=search]").pressSequentially(NAME);
            assertThat(desk.page().getByLabel("Somebody new")).isChecked();
            desk.page().locator("[name=phone]").fill("2125550177");
            desk.page().locator("#times input[type=radio]").last().check();
            desk.press("Book");
            assertThat(desk.heading()).hasText(NAME);
        }
    }

    @Test
    @Order(1)
    void the_call_list_is_used_by_keyboard_and_keeps_nobody_out() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open(PRACTICE + "/callList");
            var call = desk.page().locator(".calls > li").filter(With.text(NAME));
            assertThat(call).containsText("is known");
            assertThat(call.locator("a[href='tel:+12125550177']")).isVisible();
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.overhangOnPhone()).isZero();

            call.getByRole(AriaRole.CHECKBOX).focus();
            desk.page().keyboard().press("Space");
            desk.page().getByRole(AriaRole.BUTTON, named("Send again")).focus();
            desk.page().keyboard().press("Enter");

            assertThat(desk.page().getByRole(AriaRole.STATUS)).containsText(NAME);
            assertThat(desk.barriers()).isEmpty();

            desk.open(PRACTICE + "/callList/print");
            assertThat(desk.page().locator(".sheet")).containsText(NAME);
            assertThat(desk.barriers()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void who_was_called_is_shown_with_who_did_so() {
        try (var desk = Demonstration.shared().owner()) {
            desk.open(PRACTICE + "/callList");
            desk.page().getByLabel("Note about " + NAME).fill("spoke to her");
            desk.press("Told: " + NAME);

            desk.open(PRACTICE + "/callList?show=handled");

            assertThat(desk.page().locator(".calls > li").filter(With.text(NAME)))
                    .containsText("spoke to her");
            assertThat(desk.page().locator(".calls > li").filter(With.text(NAME)))
                    .containsText("Handled by");
            assertThat(desk.barriers()).isEmpty();
        }
    }

    @Test
    void a_report_is_acknowledged_at_once_and_its_answer_stands_at_the_message() {
        try (var owner = Demonstration.shared().owner();
                var operator = Demonstration.shared().operator()) {
            var message = owner.open(PRACTICE + "/messages?state=PLANNED").pathOf("tbody a");
            owner.open(message);
            owner.page().getByLabel("Note").fill("She says that nothing came.");
            owner.press("Report a problem");
            assertThat(owner.page().getByText("Seen by nobody yet.")).isVisible();
            assertThat(owner.barriers()).isEmpty();

            operator.open("/operator/reports");
            assertThat(operator.page().locator("main")).containsText("She says that nothing came.");
            assertThat(operator.barriers()).isEmpty();
            assertThat(operator.overhangOnPhone()).isZero();
            operator.page().locator("[name=text]").first().fill("It is not due yet.");
            operator.page()
                    .getByRole(AriaRole.BUTTON)
                    .filter(With.text("Send"))
                    .first()
                    .click();
            assertThat(operator.page().getByText("Nothing waits for an answer."))
                    .isVisible();

            owner.open(message);
            assertThat(owner.page().locator("main")).containsText("It is not due yet.");
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
