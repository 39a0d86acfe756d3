package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Modifier;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.ExportedAppointment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link AppointmentExporter} promises. Subclass it and say which exporter. */
@Timeout(120)
public abstract class AppointmentExporterContract {

    private static final int SOME = 20;
    private static final int MANY = 2_000;
    private static final int FEWEST_TO_HOLD = 500;

    /** The exporter under test, a new one for each test. */
    protected abstract AppointmentExporter exporter();

    @Test
    void it_is_a_public_class_that_the_server_can_make() throws NoSuchMethodException {
        var type = exporter().getClass();

        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
    }

    @Test
    void it_says_what_it_is() {
        assertThat(exporter().name())
                .matches("[a-z0-9]{2,20}")
                .isEqualTo(exporter().name());
        assertThat(exporter().label()).isNotBlank().hasSizeLessThanOrEqualTo(60);
        assertThat(exporter().mediaType()).matches("[a-z]+/[A-Za-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9-]+)*");
        assertThat(exporter().fileExtension()).matches("[a-z0-9]{1,10}");
    }

    @Test
    void a_text_names_its_charset() {
        assertThat(exporter().mediaType())
                .satisfiesAnyOf(
                        type -> assertThat(type).doesNotStartWith("text/"),
                        type -> assertThat(type).contains("charset="));
    }

    @Test
    void no_appointments_are_an_export_too() throws IOException {
        assertThat(write(Stream.empty())).isNotEmpty();
    }

    @Test
    void an_appointment_with_the_least_data_is_written() throws IOException {
        assertThat(write(Stream.of(SampleAppointments.withLeastData()))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.bookbell.spi.testkit.Texts#any")
    void any_text_is_written(String text) throws IOException {
        assertThat(write(Stream.of(SampleAppointments.withText(text)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "+05:45", "UTC+02:00", "America/St_Johns", "Australia/Lord_Howe"})
    void any_zone_is_written(String zone) throws IOException {
        var out = new ByteArrayOutputStream();

        exporter().write(SampleAppointments.anExport(ZoneId.of(zone)), SampleAppointments.many(60), out);

        assertThat(out.size()).isPositive();
    }

    @Test
    void the_same_appointments_give_the_same_bytes() throws IOException {
        assertThat(write(SampleAppointments.many(SOME))).isEqualTo(write(SampleAppointments.many(SOME)));
    }

    @Test
    void sixteen_threads_at_once_do_not_mix_their_exports()
            throws IOException, InterruptedException, ExecutionException {
        var exporter = exporter();
        var alone = write(exporter, SampleAppointments.many(SOME));
        var threads = Executors.newFixedThreadPool(16);

        var writes = IntStream.range(0, 32)
                .<Callable<byte[]>>mapToObj(number -> () -> write(exporter, SampleAppointments.many(SOME)))
                .toList();
        for (var written : threads.invokeAll(writes)) {
            assertThat(written.get()).isEqualTo(alone);
        }
        threads.shutdownNow();
    }

    @Test
    void it_closes_neither_stream() throws IOException {
        var closed = new AtomicInteger();
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        var appointments = SampleAppointments.many(3).onClose(closed::incrementAndGet);

        exporter().write(SampleAppointments.anExport(SampleAppointments.BERLIN), appointments, out);

        assertThat(closed).hasValue(0);
    }

    @Test
    void its_options_may_all_be_left_out() {
        var usual = Settings.of(Map.of()).withDefaults(exporter().options());

        assertThat(exporter().options()).isEqualTo(exporter().options()).allMatch(option -> !option.required());
        assertThat(exporter().options()).noneMatch(Setting::isSecret);
        assertThat(exporter().options()).extracting(Setting::name).doesNotContain("from", "to", "staff");
        assertThat(exporter().validate(Settings.of(Map.of()))).isEmpty();
        assertThat(exporter().validate(usual)).isEmpty();
    }

    @Test
    void its_usual_options_change_nothing() throws IOException {
        var usual =
                exporter().with(Settings.of(Map.of()).withDefaults(exporter().options()));

        assertThat(write(usual, SampleAppointments.many(SOME))).isEqualTo(write(SampleAppointments.many(SOME)));
    }

    @Test
    void how_many_it_holds_is_said_once_and_for_all() {
        assertThat(exporter().mostAppointments()).isEqualTo(exporter().mostAppointments());
        assertThat(exporter().mostAppointments().orElse(MANY)).isPositive();
    }

    /** One that must hold all says how many, and then may. */
    @Test
    void it_writes_while_it_reads_or_says_how_many_it_holds() throws IOException {
        if (exporter().mostAppointments().isPresent()) {
            assertThat(exporter().mostAppointments().getAsInt()).isGreaterThanOrEqualTo(FEWEST_TO_HOLD);
        } else {
            assertThat(shareWrittenAtTheLast()).isGreaterThan(0.5);
        }
    }

    private double shareWrittenAtTheLast() throws IOException {
        var out = new ByteArrayOutputStream();
        var sizeAtTheLast = new AtomicInteger();
        var appointments = SampleAppointments.many(MANY).peek(appointment -> sizeAtTheLast.set(out.size()));

        exporter().write(SampleAppointments.anExport(SampleAppointments.BERLIN), appointments, out);

        return (double) sizeAtTheLast.get() / out.size();
    }

    @Test
    void it_gives_up_once_its_thread_is_interrupted() {
        var wasRead = new AtomicBoolean();
        var appointments = SampleAppointments.many(100_000).peek(appointment -> {
            wasRead.set(true);
            Thread.currentThread().interrupt();
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(appointments));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(wasRead).isTrue();
    }

    @Test
    void a_stream_that_cannot_be_written_ends_the_export() {
        var full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> exporter()
                        .write(
                                SampleAppointments.anExport(SampleAppointments.BERLIN),
                                SampleAppointments.many(FEWEST_TO_HOLD),
                                full));
    }

    private byte[] write(Stream<ExportedAppointment> appointments) throws IOException {
        return write(exporter(), appointments);
    }

    private static byte[] write(AppointmentExporter exporter, Stream<ExportedAppointment> appointments)
            throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.write(SampleAppointments.anExport(SampleAppointments.BERLIN), appointments, out);
        return out.toByteArray();
    }
}
