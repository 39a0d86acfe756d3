package org.bookbell.web.feed;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.bookbell.export.feed.edition.Edition;

/** What each answer about a calendar says of its edition. */
final class FeedHeaders {

    private FeedHeaders() {}

    static Map<String, String> of(Edition edition, Freshness freshness) {
        var changed = edition.changedAt().atOffset(ZoneOffset.UTC);
        return Map.of(
                HttpHeaders.ETAG,
                freshness.tag(),
                HttpHeaders.LAST_MODIFIED,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(changed),
                HttpHeaders.CACHE_CONTROL,
                "private, no-cache",
                HttpHeaders.VARY,
                HttpHeaders.ACCEPT_ENCODING,
                "Referrer-Policy",
                "no-referrer");
    }
}
