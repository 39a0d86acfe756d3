package org.bookbell.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every page: nobody is kept out, the browser has nothing to complain about, a phone is wide enough. */
@SuppressWarnings("NullAway.Init")
class PagesIT {

    private static final String PRACTICE = "/o/harbor-massage";

    private static Visitor visitor;
    private static Visitor owner;
    private static Visitor operator;

    @BeforeAll
    static void signIn() {
        Chromium.get();
        var demonstration = Demonstration.shared();
        visitor = demonstration.visitor();
        owner = demonstration.owner();
        operator = demonstration.operator();
    }

    /** Whoever came: without a browser nobody did. */
    @AfterAll
    static void leave() {
        Stream.of(visitor, owner, operator).filter(Objects::nonNull).forEach(Visitor::close);
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void everybody_is_welcome(String path) {
        assertWelcoming(visitor, path);
    }

    @ParameterizedTest
    @MethodSource("pagesOfTheOrganization")
    void members_are_welcome(String path) {
        assertWelcoming(owner, path);
    }

    @ParameterizedTest
    @MethodSource("pagesOfTheOperator")
    void operators_are_welcome(String path) {
        assertWelcoming(operator, path);
    }

    @Test
    void a_member_who_lost_the_way_finds_back() {
        owner.open("/nowhere");

        assertThat(owner.texts("nav a")).contains("Today", "Call list");
        assertThat(visitor.open("/nowhere").texts("nav a")).doesNotContain("Today");
    }

    @Test
    void what_is_written_into_a_page_does_not_run() {
        try (var intruder = Demonstration.shared().visitor()) {
            intruder.open("/b/harbor-massage");

            intruder.page()
                    .evaluate("const script = document.createElement('script');"
                            + " script.textContent = 'window.ran = true'; document.body.append(script)");

            assertThat(intruder.page().evaluate("window.ran === undefined")).isEqualTo(true);
            assertThat(intruder.page().evaluate("htmx.config.allowEval")).isEqualTo(false);
            assertThat(intruder.complaints()).singleElement().asString().contains("Content Security Policy");
        }
    }

    static List<String> publicPages() {
        var service = visitor.open("/b/harbor-massage").pathOf(".cards a");
        var details = visitor.open(service).pathOf(".times a");
        PublicBooking.book(visitor, "Paula Pages");
        var own = PublicBooking.selfPath(visitor);
        return List.of(
                "/sign-in",
                "/b/harbor-massage",
                service,
                details,
                own,
                own + "/choices",
                own + "/times",
                own + "/unsubscribe",
                "/docs/errors/not-found",
                "/status",
                "/nowhere");
    }

    static List<String> pagesOfTheOrganization() {
        var appointment = owner.open(PRACTICE + "/today").pathOf("tbody a");
        var message = owner.open(PRACTICE + "/messages?state=DELIVERED").pathOf("tbody a");
        var choices = owner.open(appointment).pathOf("main a[href*='/choices']");
        var choicesOfStaff = owner.open(PRACTICE + "/blocks").pathOf("main a[href*='/choices']");
        return List.of(
                choices,
                choicesOfStaff,
                PRACTICE + "/setup/texts",
                PRACTICE + "/setup/texts?language=it",
                PRACTICE + "/setup/texts/reminder.client.sms/en",
                PRACTICE + "/setup/texts/reminder.client.email/de",
                PRACTICE + "/setup/texts/alert.member.email/it",
                PRACTICE + "/today",
                PRACTICE + "/desk",
                PRACTICE + "/blocks",
                PRACTICE + "/calendars",
                PRACTICE + "/messages",
                PRACTICE + "/messages?state=PLANNED",
                PRACTICE + "/callList",
                PRACTICE + "/callList?show=handled",
                PRACTICE + "/callList/print",
                PRACTICE + "/credits",
                PRACTICE + "/account",
                PRACTICE + "/account/downloads",
                PRACTICE + "/forecast",
                PRACTICE + "/setup",
                PRACTICE + "/setup/agenda",
                PRACTICE + "/setup/calls",
                PRACTICE + "/setup/gateways",
                PRACTICE + "/setup/gateways/new?kind=EMAIL&provider=smtp",
                PRACTICE + "/setup/routes",
                appointment,
                appointment + "/times",
                message,
                "/password",
                "/nowhere",
                "/demo/phones",
                "/demo/phones?gateway=phones&phone=%2B12125550123&sender=phones",
                "/demo/mailbox");
    }

    static List<String> pagesOfTheOperator() {
        return List.of(
                "/",
                "/operator",
                "/operator/jobs",
                "/operator/plugins",
                "/operator/reports",
                "/operator/incidents",
                "/operator/held",
                "/operator/canaries",
                "/operator/evidence",
                "/operator/organizations/harbor-massage/limits",
                "/operator/routes",
                "/operator/routes/primary/phones",
                "/operator/organizations/new",
                "/operator/gateways/new?kind=EMAIL&provider=smtp",
                "/operator/gateways/phones");
    }

    private static void assertWelcoming(Visitor visitor, String path) {
        visitor.open(path);

        Welcome.assertOf(visitor);
    }
}
