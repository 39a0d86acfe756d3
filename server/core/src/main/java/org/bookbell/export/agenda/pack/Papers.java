package org.bookbell.export.agenda.pack;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.examination.TimeLimit;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * Has the exporters that are installed write the same appointments: a day sheet to print, a table, a calendar. An exporter that
 * fails, takes too long or writes too much costs its own file and no other.
 */
@Dependent
public class Papers {

    private static final Logger LOG = System.getLogger(Papers.class.getName());
    private static final List<String> FORMATS = List.of("daysheetpdf", "csv", "ical");
    /** Together; many mail servers take no more. */
    private static final int MOST_BYTES = 10 << 20;

    private final Plugins plugins;
    private final TimeLimit limit;

    @Inject
    public Papers(Plugins plugins) {
        this(plugins, new TimeLimit(Duration.ofSeconds(20)));
    }

    public Papers(Plugins plugins, TimeLimit limit) {
        this.plugins = plugins;
        this.limit = limit;
    }

    /** Makes the files, called {@code name} with the extensions of their formats. */
    PaperSet make(String name, Export export, List<ExportedAppointment> appointments) {
        var files = new ArrayList<Attachment>();
        var missing = new ArrayList<String>();
        int room = MOST_BYTES;
        for (var format : FORMATS) {
            var exporter = plugins.findExporter(format);
            if (exporter.isPresent()) {
                var content = write(exporter.get(), export, appointments);
                if (content.length > 0 && content.length <= room) {
                    room -= content.length;
                    files.add(file(name, exporter.get(), content));
                } else {
                    missing.add(exporter.get().label());
                }
            }
        }
        return new PaperSet(files, missing);
    }

    private static Attachment file(String name, AppointmentExporter exporter, byte[] content) {
        return new Attachment(name + "." + exporter.fileExtension(), exporter.mediaType(), content);
    }

    /** Nothing if it fails, or if there are more appointments than it can hold. */
    private byte[] write(AppointmentExporter exporter, Export export, List<ExportedAppointment> appointments) {
        var plugin = exporter.getClass().getClassLoader();
        try {
            return limit.call(plugin, exporter.name(), () -> {
                if (exporter.mostAppointments().orElse(Integer.MAX_VALUE) < appointments.size()) {
                    return new byte[0];
                }
                var out = new ByteArrayOutputStream();
                exporter.write(export, appointments.stream(), out);
                return out.toByteArray();
            });
        } catch (TimeoutException | ExecutionException failure) {
            LOG.log(Level.ERROR, "The exporter " + exporter.name() + " made no file for an agenda.", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", stopping);
        }
        return new byte[0];
    }
}
