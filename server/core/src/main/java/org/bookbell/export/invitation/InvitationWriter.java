package org.bookbell.export.invitation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bookbell.message.Invitations;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.examination.TimeLimit;
import org.bookbell.spi.export.Inviter;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.storage.JobsDatabase;

/**
 * Writes the invitation of a message as of now: an appointment that was moved or cancelled after the message was planned has
 * another message that tells so, and this one goes without. An exporter that fails costs the file and not the message.
 */
@Dependent
public class InvitationWriter implements Invitations {

    private static final Logger LOG = System.getLogger(InvitationWriter.class.getName());
    private static final String FORMAT = "ical";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final JobsDatabase database;
    private final Plugins plugins;
    private final TimeLimit limit;

    @Inject
    public InvitationWriter(JobsDatabase database, Plugins plugins) {
        this.database = database;
        this.plugins = plugins;
        this.limit = new TimeLimit(LIMIT);
    }

    @Override
    public Optional<Attachment> find(long organizationId, long messageId) {
        var inviter =
                plugins.findExporter(FORMAT).filter(Inviter.class::isInstance).map(Inviter.class::cast);
        return inviter.flatMap(by -> database.withoutTransaction(
                        sql -> sql.find(ToldAppointment.QUESTION, ToldAppointment::read, messageId, organizationId))
                .filter(ToldAppointment::isAsTold)
                .flatMap(told -> invite(by, told)));
    }

    private Optional<Attachment> invite(Inviter by, ToldAppointment told) {
        var plugin = by.getClass().getClassLoader();
        try {
            return Optional.of(limit.call(plugin, "invitation", () -> by.invite(told.invitation(), told.exported())));
        } catch (TimeoutException | ExecutionException failure) {
            LOG.log(Level.ERROR, "The exporter " + FORMAT + " made no invitation; the e-mail goes without.", failure);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", stopping);
        }
    }
}
