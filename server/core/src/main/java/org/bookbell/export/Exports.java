package org.bookbell.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;

/** Writes an organization's appointments in the format of an exporter. */
@Dependent
public class Exports {

    private static final Logger LOG = System.getLogger(Exports.class.getName());

    private final ExportedAppointments exported;

    @Inject
    public Exports(ExportedAppointments exported) {
        this.exported = exported;
    }

    /**
     * Writes those that {@code wanted} finds, page by page, so that a year of a big organization takes no more memory
     * than a day of a small one. What an exporter does wrong ends here, in the log and as {@link ExportFailed}.
     *
     * @throws ExportFailed if the exporter fails, or there are more than it holds
     * @throws IOException if {@code out} cannot be written or the thread is interrupted
     */
    public void write(
            AppointmentExporter exporter,
            Export export,
            long organizationId,
            AppointmentFilter wanted,
            OutputStream out)
            throws IOException {
        try (var appointments = exported.all(organizationId, wanted)) {
            var source = new Source(exporter, appointments.iterator());
            try {
                exporter.write(export, source.stream(), out);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
                source.throwIfFailed();
                throw failed(exporter, failure);
            }
            source.throwIfFailed();
        }
    }

    private static ExportFailed failed(AppointmentExporter exporter, Throwable failure) {
        LOG.log(Level.ERROR, "The exporter " + exporter.name() + " failed: its plugin is faulty.", failure);
        return new ExportFailed(
                ExportFailed.Cause.FAULTY, "The exporter " + exporter.name() + " failed; the server's log says more.");
    }
}
