package org.bookbell.export.download;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.export.Exports;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.storage.start.ServerThreads;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins exports and archives and sees that each ends: complete, or visibly broken. */
@ApplicationScoped
public class Downloads {

    /** An archive keeps a connection and a processor busy for longer than an export. */
    private static final int ARCHIVES_AT_ONCE = 2;

    private Exports exports;
    private Places exportPlaces;
    private Places archivePlaces;
    private ScheduledThreadPoolExecutor clockwork;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Downloads() {}

    @Inject
    Downloads(
            Exports exports,
            @ConfigProperty(name = "bookbell.export.timeLimit", defaultValue = "PT10M") Duration exportLimit,
            @ConfigProperty(name = "bookbell.export.atOnce", defaultValue = "4") int exportsAtOnce,
            @ConfigProperty(name = "bookbell.archive.timeLimit", defaultValue = "PT30M") Duration archiveLimit,
            ServerThreads threads) {
        this.exports = exports;
        // the server's own scheduler has one thread for all alarms, and whoever keeps it busy delays the rest
        clockwork = new ScheduledThreadPoolExecutor(1, threads);
        clockwork.setRemoveOnCancelPolicy(true);
        exportPlaces = new Places(
                new Terms(
                        exportLimit,
                        exportsAtOnce,
                        Duration.ofSeconds(10),
                        "Other downloads are being written.",
                        "Choose fewer days."),
                threads,
                clockwork);
        archivePlaces = new Places(
                new Terms(
                        archiveLimit,
                        ARCHIVES_AT_ONCE,
                        Duration.ofMinutes(1),
                        ARCHIVES_AT_ONCE + " archives are being downloaded from this server already.",
                        "Try again when the server has less to do."),
                threads,
                clockwork);
    }

    @PreDestroy
    void stop() {
        clockwork.shutdownNow();
    }

    /**
     * Begins an export and waits until it is complete or has a few hundred kilobytes.
     *
     * @throws ProblemException if too many run, or this one fails before anybody has seen any of it
     */
    public Download begin(AppointmentExporter exporter, Export export, long organizationId, AppointmentFilter wanted) {
        return exportPlaces.begin(
                "download by the exporter " + exporter.name(),
                out -> exports.write(exporter, export, organizationId, wanted, out));
    }

    /** The same for an archive, whatever it is written by. */
    public Download beginArchive(Writing writing) {
        return archivePlaces.begin("download of an archive", writing);
    }
}
