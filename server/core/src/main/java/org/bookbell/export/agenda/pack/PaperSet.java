package org.bookbell.export.agenda.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * The same appointments as files.
 *
 * @param missing the labels of the formats that could not be made
 */
public record PaperSet(List<Attachment> files, List<String> missing) {

    public PaperSet {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }

    public static String sha256(Attachment file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM knows SHA-256", impossible);
        }
    }
}
