package org.bookbell.web.input;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/**
 * A form with files, {@code multipart/form-data} (RFC 7578). It is MIME, so the mail reader of the platform reads it,
 * which every application server has.
 */
public final class FileForm {

    private final Map<String, byte[]> parts;

    private FileForm(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Reads a body.
     *
     * @param mediaType with its boundary
     */
    public static FileForm parse(byte[] body, String mediaType) {
        var parts = new LinkedHashMap<String, byte[]>();
        try {
            var form = new MimeMultipart(new ByteArrayDataSource(body, mediaType));
            for (var i = 0; i < form.getCount(); i++) {
                var part = form.getBodyPart(i);
                var name = name(part);
                if (name.isPresent()) {
                    parts.putIfAbsent(name.get(), part.getInputStream().readAllBytes());
                }
            }
        } catch (MessagingException | IOException wrong) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The form is not encoded as a form should be.");
        }
        return new FileForm(parts);
    }

    private static Optional<String> name(BodyPart part) throws MessagingException {
        var header = part.getHeader("Content-Disposition");
        return header == null
                ? Optional.empty()
                : Optional.ofNullable(new ContentDisposition(header[0]).getParameter("name"));
    }

    /** The content of a field, empty where there is none or nothing in it. */
    public Optional<byte[]> find(String field) {
        return Optional.ofNullable(parts.get(field)).filter(content -> content.length > 0);
    }

    /** The content of a field as text. */
    public Optional<String> findText(String field) {
        return find(field).map(content -> new String(content, StandardCharsets.UTF_8));
    }
}
