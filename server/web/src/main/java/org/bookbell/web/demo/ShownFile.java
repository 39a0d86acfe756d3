package org.bookbell.web.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/** A file of an e-mail in the local mailbox, found by what it holds. */
record ShownFile(String key, Attachment file) {

    private static final int KEY_BYTES = 16;

    static ShownFile of(Attachment file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update(file.content());
            return new ShownFile(HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES), file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM knows SHA-256", impossible);
        }
    }

    String name() {
        return file.name();
    }

    String path() {
        return "/demo/mailbox/files/" + key;
    }

    /** The name for a header, in which quotes and line breaks would mean something. */
    String quotedName() {
        return file.name().replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
