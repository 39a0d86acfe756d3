package org.bookbell.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.ExportedAppointment;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void as_many_as_the_exporter_holds_are_read() {
        var source = source(3, appointments(3));

        assertThat(source.stream()).hasSize(3);
        assertThatNoException().isThrownBy(source::throwIfFailed);
    }

    @Test
    void one_more_is_refused_whatever_the_exporter_makes_of_it() {
        var source = source(3, appointments(4));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> source.stream().toList());

        assertThatExceptionOfType(ExportFailed.class)
                .isThrownBy(source::throwIfFailed)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(ExportFailed.Cause.TOO_MANY))
                .withMessageContaining("Counting can hold at most 3 appointments");
    }

    @Test
    void a_database_that_fails_midway_is_not_the_fault_of_the_exporter() {
        var gone = new IllegalStateException("database gone");
        var source = source(9, Stream.concat(appointments(1), Stream.generate(() -> {
            throw gone;
        })));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> source.stream().toList());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(source::throwIfFailed)
                .isSameAs(gone);
    }

    private static Source source(int most, Stream<ExportedAppointment> appointments) {
        return new Source(new CountingExporter(OptionalInt.of(most)), appointments.iterator());
    }

    private static Stream<ExportedAppointment> appointments(int count) {
        return IntStream.range(0, count).mapToObj(CountingExporter::appointment);
    }
}
