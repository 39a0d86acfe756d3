package org.bookbell.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Invitation;
import org.bookbell.spi.export.Invitation.Method;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final ExportedAppointment BOOKED = Appointments.withStatus("BOOKED");
    private static final ExportedAppointment CANCELLED = Appointments.withStatus("CANCELLED");

    @Test
    void whoever_booked_is_invited_under_the_identity_of_the_feed() throws Exception {
        var calendar = read(invite(Method.REQUEST, BOOKED));

        var event = (VEvent) calendar.getComponents("VEVENT").get(0);
        assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("REQUEST");
        assertThat(event.getProperty("UID").orElseThrow().getValue()).isEqualTo("0HZX5A7PQ9K3M@bookbell");
        assertThat(event.getProperty("SEQUENCE").orElseThrow().getValue()).isEqualTo("2");
        assertThat(event.getProperty("STATUS").orElseThrow().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getProperty("ORGANIZER").orElseThrow().getValue()).isEqualTo("mailto:desk@example.org");
        assertThat(event.getProperty("ATTENDEE").orElseThrow().getValue()).isEqualTo("mailto:ann@example.org");
        assertThat(event.getProperty("ATTENDEE")
                        .orElseThrow()
                        .getParameter("PARTSTAT")
                        .orElseThrow()
                        .getValue())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void what_does_not_take_place_is_called_off() throws Exception {
        var calendar = read(invite(Method.CANCEL, CANCELLED));

        var event = (VEvent) calendar.getComponents("VEVENT").get(0);
        assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
        assertThat(event.getProperty("STATUS").orElseThrow().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getProperty("UID").orElseThrow().getValue()).isEqualTo("0HZX5A7PQ9K3M@bookbell");
    }

    @Test
    void both_are_what_the_standard_asks_for() throws Exception {
        assertThat(read(invite(Method.REQUEST, BOOKED)).validate().hasErrors()).isFalse();
        assertThat(read(invite(Method.CANCEL, CANCELLED)).validate().hasErrors())
                .isFalse();
    }

    @Test
    void the_method_stands_in_the_media_type_too() {
        assertThat(invite(Method.REQUEST, BOOKED).mediaType())
                .isEqualTo("text/calendar; method=REQUEST; charset=utf-8");
        assertThat(invite(Method.CANCEL, CANCELLED).mediaType())
                .isEqualTo("text/calendar; method=CANCEL; charset=utf-8");
    }

    @Test
    void a_name_cannot_become_another_property() {
        var file = new IcalExporter()
                .invite(
                        new Invitation(
                                Method.REQUEST,
                                "The \"Quiet\"\r\nATTACH:evil",
                                "desk@example.org",
                                "Ann",
                                "ann@example.org"),
                        BOOKED);

        assertThat(unfolded(file))
                .contains("ORGANIZER;CN=\"The ^'Quiet^' ATTACH:evil\":mailto:desk@example.org\r\n")
                .doesNotContain("\r\nATTACH");
    }

    private static Attachment invite(Method method, ExportedAppointment appointment) {
        return new IcalExporter()
                .invite(
                        new Invitation(method, "Praxis Süd", "desk@example.org", "Ann Example", "ann@example.org"),
                        appointment);
    }

    private static Calendar read(Attachment file) throws Exception {
        return new CalendarBuilder().build(new StringReader(text(file)));
    }

    private static String unfolded(Attachment file) {
        return text(file).replace("\r\n ", "");
    }

    private static String text(Attachment file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
