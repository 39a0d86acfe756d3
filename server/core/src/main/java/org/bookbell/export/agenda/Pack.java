package org.bookbell.export.agenda;

import java.util.List;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * Appointments of some days, as a text and as files of the same moment.
 *
 * @param isComplete whether all formats that are installed could be made
 */
record Pack(String subject, String text, List<Attachment> files, boolean isComplete) {

    Pack {
        files = List.copyOf(files);
    }
}
