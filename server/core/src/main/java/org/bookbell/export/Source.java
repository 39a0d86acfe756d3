package org.bookbell.export;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.ExportedAppointment;
import org.jspecify.annotations.Nullable;

/**
 * What an exporter reads. It remembers how reading failed, so that neither an exporter that swallows it makes a short export
 * look complete, nor is blamed for it.
 */
final class Source implements Iterator<ExportedAppointment> {

    private final AppointmentExporter exporter;
    private final Iterator<ExportedAppointment> appointments;
    private int taken;
    private @Nullable RuntimeException readFailure;
    private @Nullable ExportFailed refusal;

    Source(AppointmentExporter exporter, Iterator<ExportedAppointment> appointments) {
        this.exporter = exporter;
        this.appointments = appointments;
    }

    /** To be read once. */
    Stream<ExportedAppointment> stream() {
        var inOrder = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, inOrder), false);
    }

    @Override
    public boolean hasNext() {
        try {
            return appointments.hasNext();
        } catch (RuntimeException failure) {
            readFailure = failure;
            throw failure;
        }
    }

    @Override
    public ExportedAppointment next() {
        var most = exporter.mostAppointments();
        if (most.isPresent() && taken >= most.getAsInt()) {
            refusal = new ExportFailed(
                    ExportFailed.Cause.TOO_MANY,
                    exporter.label() + " can hold at most " + most.getAsInt()
                            + " appointments. Choose fewer days or one staff member.");
            throw new IllegalStateException("there are more appointments than the exporter said that it holds");
        }
        taken++;
        return appointments.next();
    }

    /** Whatever the exporter made of it. */
    void throwIfFailed() throws ExportFailed {
        if (refusal != null) {
            throw refusal;
        }
        if (readFailure != null) {
            throw readFailure;
        }
    }
}
