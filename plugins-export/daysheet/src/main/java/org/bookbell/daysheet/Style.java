package org.bookbell.daysheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bookbell.spi.export.Export;

/** The style of a sheet: the same for all, but for what stands in the margins of each page. */
final class Style {

    private static final String SAME_FOR_ALL = read();

    private final String text;

    Style(Export export, Words words) {
        var title = export.organization().equals(export.title())
                ? export.organization()
                : export.organization() + " · " + export.title();
        this.text = SAME_FOR_ALL
                + "@page{"
                + margin("top-left", Markup.string(title))
                + margin("bottom-left", Markup.string(words.get("asOf", words.moment(export.asOf()))))
                + margin("bottom-right", Markup.string(words.get("page")) + " counter(page) \" / \" counter(pages)")
                + "}\n";
    }

    private static String margin(String where, String content) {
        return "@" + where + "{font-family:Sheet,sans-serif;font-size:8pt;content:" + content + "}";
    }

    String text() {
        return text;
    }

    /** The policy under which this style is the only thing that a browser loads or runs (CSP 3 §8). */
    String policy() {
        var hash = Base64.getEncoder().encodeToString(Hash.of(text));
        return "default-src 'none'; style-src 'sha256-" + hash + "'";
    }

    private static String read() {
        try (var file = Style.class.getResourceAsStream("sheet.css")) {
            return text(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(@org.jspecify.annotations.Nullable InputStream file) throws IOException {
        if (file == null) {
            throw new IllegalStateException("sheet.css must be in the jar");
        }
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
}
