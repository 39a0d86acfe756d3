package org.bookbell.web.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.Feeds;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a calendar found, which is looked up once for the filter and the route; a look-up that failed is not
 * waited for again.
 */
record AskedFeed(Optional<Feed> found, @Nullable RuntimeException failure) {

    private static final String ATTRIBUTE = AskedFeed.class.getName();

    /** The calendar with that secret, if there is one. */
    static Optional<Feed> find(String secret, Feeds feeds, HttpServletRequest request) {
        var asked = request.getAttribute(ATTRIBUTE) instanceof AskedFeed known ? known : ask(secret, feeds);
        request.setAttribute(ATTRIBUTE, asked);
        if (asked.failure() != null) {
            throw asked.failure();
        }
        return asked.found();
    }

    private static AskedFeed ask(String secret, Feeds feeds) {
        try {
            return new AskedFeed(feeds.find(secret), null);
        } catch (RuntimeException failure) {
            return new AskedFeed(Optional.empty(), failure);
        }
    }
}
