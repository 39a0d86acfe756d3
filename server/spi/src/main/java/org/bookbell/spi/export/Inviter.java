package org.bookbell.spi.export;

import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * An optional further type of an {@link AppointmentExporter} whose format knows invitations, which mail programs put into
 * calendars by themselves. Called by several threads at once.
 */
public interface Inviter {

    /**
     * The file to attach to an e-mail (RFC 6047): the same appointment as the exporter writes it, under the same identity, so
     * that an invitation and a subscription are one entry; its {@link ExportedAppointment#revision()} says which is newer.
     */
    Attachment invite(Invitation invitation, ExportedAppointment appointment);
}
