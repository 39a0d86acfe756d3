package org.bookbell.spi.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** What exporters are given to write. */
final class SampleAppointments {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ReminderState[] REMINDERS = ReminderState.values();
    private static final Instant FIRST = Instant.parse("2026-10-24T07:00:00Z");

    private SampleAppointments() {}

    static Export anExport(ZoneId zone) {
        return new Export(
                "Praxis Süd",
                "Bea Stark; Massage",
                zone,
                Locale.ENGLISH,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"));
    }

    /** {@code count} appointments of every status, half an hour apart, across a change of the clock. */
    static Stream<ExportedAppointment> many(int count) {
        var statuses = new String[] {"REQUESTED", "BOOKED", "CONFIRMED", "CANCELLED", "NO_SHOW", "COMPLETED"};
        return IntStream.range(0, count)
                .mapToObj(number -> with(number, statuses[number % statuses.length], "Ann Example " + number));
    }

    static ExportedAppointment withText(String text) {
        return with(0, "BOOKED", text);
    }

    static ExportedAppointment withLeastData() {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                0,
                "BOOKED",
                FIRST,
                FIRST.plusSeconds(1),
                BERLIN,
                "s",
                "s",
                "c",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FIRST,
                FIRST,
                ReminderState.NONE);
    }

    private static ExportedAppointment with(int number, String status, String text) {
        var start = FIRST.plus(Duration.ofMinutes(30L * number));
        return new ExportedAppointment(
                "0HZ%010d".formatted(number),
                number % 7,
                status,
                start,
                start.plus(Duration.ofMinutes(30)),
                BERLIN,
                text,
                text,
                text,
                Optional.of("ann@example.org"),
                Optional.of("+12125550123"),
                Optional.of("+12125550124"),
                Optional.of(text),
                Optional.of(text),
                FIRST.minusSeconds(86_400),
                FIRST.minusSeconds(3_600),
                REMINDERS[number % REMINDERS.length]);
    }
}
