package org.bookbell.daysheet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;

/** Makes a PDF of a page of ours; the only class that touches the libraries for it. */
final class PdfSheet {

    private static final String FAMILY = "Sheet";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final byte[] FONT = font("DejaVuSansCondensed.ttf");
    private static final byte[] BOLD_FONT = font("DejaVuSansCondensed-Bold.ttf");

    private static final byte[] COLORS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // what it logs about a page may quote it
        XRLog.setLoggingEnabled(false);
    }

    private PdfSheet() {}

    /** The same page and instant give the same bytes. */
    static void write(String page, Instant asOf, OutputStream out) throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var renderer = builder(page).buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(asOf.atZone(ZoneOffset.UTC)));
            // it would tell the hour of writing, and this one asks for no conformance
            document.getDocumentCatalog().setMetadata(null);
            document.setDocumentId(asOf.toEpochMilli());
            document.save(pdf);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("export was given up");
        }
        pdf.writeTo(out);
    }

    private static PdfRendererBuilder builder(String page) {
        return new PdfRendererBuilder()
                .usePdfAConformance(
                        PdfAConformance.PDFA_2_U) // every font in the file, none of the system's is looked for
                .useColorProfile(COLORS)
                .withProducer("Bookbell")
                .useUriResolver((base, address) -> null) // a sheet needs nothing from anywhere
                .useFont(() -> new ByteArrayInputStream(FONT), FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(BOLD_FONT), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withHtmlContent(page, null);
    }

    private static byte[] font(String name) {
        try (var file = PdfSheet.class.getResourceAsStream("fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("font must be in the jar: " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
