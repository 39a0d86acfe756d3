package org.bookbell.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.bookbell.export.download.Download;
import org.bookbell.web.call.ReaderConnection;

/** A download as an answer: with its length where that is known, and cut off where it breaks. */
public final class DownloadAnswer {

    private DownloadAnswer() {}

    /** Answers {@code request} with a download that is named in the header Content-Disposition. */
    public static Response of(Download download, String mediaType, String disposition, HttpServletRequest request) {
        return of(download, mediaType, disposition, request, () -> {});
    }

    /** The same, and does something once all of it was taken. */
    public static Response of(
            Download download, String mediaType, String disposition, HttpServletRequest request, Runnable afterwards) {
        StreamingOutput body = out -> write(download, out, request, afterwards);
        var answer = Response.ok(body, mediaType).header(HttpHeaders.CONTENT_DISPOSITION, disposition);
        download.length().ifPresent(length -> answer.header(HttpHeaders.CONTENT_LENGTH, length));
        return answer.build();
    }

    private static void write(Download download, OutputStream out, HttpServletRequest request, Runnable afterwards)
            throws IOException {
        try {
            download.writeTo(out);
            afterwards.run();
        } catch (IOException | RuntimeException broken) {
            ReaderConnection.cut(request);
            throw broken;
        }
    }
}
