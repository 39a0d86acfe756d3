package org.bookbell.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.spi.export.Subscription;

/** Any appointment comes out of a feed as it went in. */
class RoundTripPropertiesTest {

    /** From a winter to the winter after the next, so that the clock changes four times. */
    private static final Instant FROM = Instant.parse("2026-01-15T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(700);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    @Property(tries = 300)
    void an_appointment_is_read_back_as_it_was(
            @ForAll("zones") ZoneId zone, @ForAll("appointments") ExportedAppointment appointment) throws Exception {
        var event = readBack(zone, appointment);

        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(appointment.id() + "@bookbell");
        assertThat(instant(event, "DTSTART")).isEqualTo(appointment.start());
        assertThat(instant(event, "DTEND")).isEqualTo(appointment.end());
        assertThat(value(event, "SEQUENCE")).isEqualTo(Integer.toString(appointment.revision()));
        assertThat(value(event, "DTSTAMP"))
                .isEqualTo(UTC.format(appointment.changedAt().atZone(ZoneId.of("UTC"))));
        assertThat(value(event, "SUMMARY")).isEqualTo(appointment.service() + ": " + appointment.clientName());
        assertThat(value(event, "DESCRIPTION"))
                .isEqualTo("With: " + appointment.staff() + "\nClient: " + appointment.clientName() + "\nMobile: "
                        + appointment.clientMobile().orElseThrow() + "\nNote: "
                        + appointment.note().orElseThrow());
        assertThat(value(event, "LOCATION")).isEqualTo(appointment.location().orElseThrow());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/St_Johns",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Africa/Casablanca",
                        "Pacific/Chatham",
                        "UTC",
                        "+05:30")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<ExportedAppointment> appointments() {
        var start =
                Arbitraries.longs().between(0, SPAN.toMinutes()).map(minutes -> FROM.plus(Duration.ofMinutes(minutes)));
        var length = Arbitraries.integers().between(1, 600).map(Duration::ofMinutes);
        var revision = Arbitraries.integers().between(0, 5_000);
        return Combinators.combine(start, length, revision, texts(), texts(), texts(), texts())
                .as((at, lasting, changes, service, name, place, note) -> new ExportedAppointment(
                        "0HZX5A7PQ9K3M",
                        changes,
                        "BOOKED",
                        at,
                        at.plus(lasting),
                        ZoneId.of("UTC"),
                        service,
                        "Bea Stark",
                        name,
                        Optional.empty(),
                        Optional.of("+12125550123"),
                        Optional.empty(),
                        Optional.of(place),
                        Optional.of(note),
                        FROM,
                        at,
                        ReminderState.NONE));
    }

    /**
     * What people type, with what has a meaning of its own in iCalendar; ical4j 4.4 misreads a backslash before an n or a
     * line break, which {@link IcalExporterTest} looks at.
     */
    private static Arbitrary<String> texts() {
        var piece = Arbitraries.oneOf(
                Arbitraries.of(",", ";", "\\ ", ":", "\"", "\n", "BEGIN:VEVENT", "^n", "=", " ", "é", "Ω", "日本", "😀"),
                Arbitraries.strings()
                        .withCharRange('!', '[')
                        .withCharRange(']', '~')
                        .ofMinLength(1)
                        .ofMaxLength(60));
        // readers trim what begins or ends with a space
        return piece.list().ofMinSize(1).ofMaxSize(12).map(pieces -> "x" + String.join("", pieces) + "x");
    }

    private static VEvent readBack(ZoneId zone, ExportedAppointment appointment) throws IOException, ParserException {
        var look = new Subscription("teal", Optional.empty(), Duration.ofHours(1));
        var export =
                new Export("Practice", "Bea", zone, Locale.ENGLISH, FROM, FROM.plus(SPAN), FROM, Optional.of(look));
        var calendar = new CalendarBuilder().build(new StringReader(Appointments.export(export, appointment)));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static Instant instant(VEvent event, String property) {
        Temporal date =
                event.<DateProperty<Temporal>>getRequiredProperty(property).getDate();
        if (date instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return date instanceof LocalDateTime local
                ? local.atZone(ZoneId.of("UTC")).toInstant()
                : Instant.from(date);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
