package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.junit.jupiter.api.Test;

class PlainExporterTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NINE_IN_ZURICH = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void each_appointment_is_a_line_in_local_time() throws IOException {
        assertThat(written("Massage")).isEqualTo("Bea Stark\n2026-11-30 09:00 Massage, Ann Example\n");
    }

    @Test
    void a_line_break_that_somebody_typed_begins_no_line() throws IOException {
        assertThat(written("Massage\nlong")).hasLineCount(2);
    }

    private static String written(String service) throws IOException {
        var export = new Export(
                "Practice",
                "Bea Stark",
                ZURICH,
                Locale.ENGLISH,
                NINE_IN_ZURICH,
                NINE_IN_ZURICH.plus(Duration.ofDays(1)),
                NINE_IN_ZURICH);
        var out = new ByteArrayOutputStream();
        new PlainExporter().write(export, Stream.of(anAppointment(service)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ExportedAppointment anAppointment(String service) {
        return new ExportedAppointment(
                "0ABCDEFGHJKMN",
                0,
                "BOOKED",
                NINE_IN_ZURICH,
                NINE_IN_ZURICH.plus(Duration.ofMinutes(30)),
                ZURICH,
                service,
                "Bea Stark",
                "Ann Example",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NINE_IN_ZURICH,
                NINE_IN_ZURICH,
                ReminderState.NONE);
    }
}
