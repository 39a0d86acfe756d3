package org.bookbell.export.agenda.pack;

import java.util.List;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * Appointments of some days, as a text and as files of the same moment.
 *
 * @param isComplete whether all formats that are installed could be made
 */
public record Pack(String subject, String text, List<Attachment> files, boolean isComplete) {

    public Pack {
        files = List.copyOf(files);
    }
}
