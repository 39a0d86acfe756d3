package org.bookbell.web.page;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripts and styles of the pages, held in memory, under a version made of their content. */
@Dependent
class Assets {

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml");
    /** The script that keeps pages for the time without a network; all others run in the page. */
    static final String WORKER = "offline-worker.js";

    private static final List<String> NAMES =
            List.of("pico.min.css", "bookbell.css", "htmx.min.js", "favicon.svg", "offline.js", WORKER);
    private static final Map<String, byte[]> FILES = read();
    private static final String VERSION = version();

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    static String path(String name) {
        return "/assets/" + VERSION + "/" + name;
    }

    static String mediaType(String name) {
        return String.valueOf(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Map<String, byte[]> read() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : NAMES) {
            try (var in = Assets.class.getResourceAsStream("assets/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("asset " + name + " is not in the archive");
                }
                files.put(name, in.readAllBytes());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return files;
    }

    private static String version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            FILES.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
