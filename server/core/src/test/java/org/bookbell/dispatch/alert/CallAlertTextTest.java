package org.bookbell.dispatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.dispatch.alert.CallAlertText.Line;
import org.junit.jupiter.api.Test;

class CallAlertTextTest {

    private static final String PAGE = "https://book.example.org/o/sonnenhof/callList";

    private final CallAlertText german =
            new CallAlertText(ZoneId.of("Europe/Berlin"), Locale.forLanguageTag("de-DE"), PAGE);

    @Test
    void a_call_is_told_with_all_that_a_person_on_the_phone_needs() {
        var body = german.body(List.of(eva()), 1);

        assertThat(body)
                .contains("1. Eva Lindner\n")
                .contains("Phone: tel:+4915112345678 or tel:+493076543210\n")
                .contains("Dienstag, 10. November 2026")
                .contains("14:00: Massage with Anna Berg\n")
                .contains("Why: the network could not deliver it (UNDELIVERED, 30003)\n")
                .contains("Message: Reminder Tue 10 Nov 14:00 / Praxis Sonnenhof")
                .endsWith("Call list: " + PAGE);
    }

    @Test
    void times_are_written_as_the_organization_writes_them() {
        var american = new CallAlertText(ZoneId.of("America/New_York"), Locale.US, PAGE);

        assertThat(american.body(List.of(eva()), 1)).contains("Tuesday, November 10, 2026");
        assertThat(american.subject(List.of(eva()), 1)).contains("Nov 10, 2026").contains("8:00");
    }

    @Test
    void the_subject_says_how_many_and_how_soon() {
        assertThat(german.subject(List.of(eva(), staff()), 2))
                .startsWith("2 people to call, the first appointment: 10.11.2026");
    }

    @Test
    void those_beyond_the_first_are_counted() {
        assertThat(german.body(List.of(eva()), 13)).contains("And 12 more").contains("these 13 recipients");
    }

    @Test
    void staff_are_marked_and_a_missing_number_is_said() {
        assertThat(german.body(List.of(staff()), 1))
                .contains("1. Anna Berg (staff member)")
                .contains("No phone number is known.");
    }

    private static Line eva() {
        return new Line(
                "Eva Lindner",
                false,
                List.of("+4915112345678", "+493076543210"),
                Optional.of(Instant.parse("2026-11-10T13:00:00Z")),
                "Massage with Anna Berg",
                "the network could not deliver it",
                "UNDELIVERED, 30003",
                "Reminder Tue 10 Nov 14:00\n  Praxis Sonnenhof");
    }

    private static Line staff() {
        return new Line(
                "Anna Berg", true, List.of(), Optional.empty(), "", "it could not be sent in time", "TOO_LATE", "x");
    }
}
