package org.bookbell.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.Feeds;
import org.bookbell.export.feed.edition.Edition;
import org.bookbell.export.feed.edition.RecentEditions;
import org.bookbell.web.call.SecurityHeaders;

/**
 * Tells subscribers who ask again that nothing has changed, which is what nearly all of them are told, without the search
 * among all routes that takes most of such an answer's time. Whatever else is asked for goes on to {@link FeedResource},
 * wrong addresses and callers with credentials among it.
 */
@WebFilter(urlPatterns = "/feeds/*", asyncSupported = true)
public class UnchangedFeed extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(UnchangedFeed.class.getName());
    private static final Pattern FILE = Pattern.compile("/feeds/([A-Za-z0-9_-]{43})\\.ics");

    @Inject
    transient Feeds feeds;

    @Inject
    transient RecentEditions editions;

    @Inject
    transient SecurityHeaders security;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isAskedAgain(request) || !answer(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAskedAgain(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader(HttpHeaders.COOKIE) == null;
    }

    /** Whether that was all; a failure is the route's to tell. */
    private boolean answer(HttpServletRequest request, HttpServletResponse response) {
        try {
            var feed = find(request);
            return feed.isPresent() && answer(feed.get(), request, response);
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "Whether a calendar has changed is left to its route.", failure);
            return false;
        }
    }

    private boolean answer(Feed feed, HttpServletRequest request, HttpServletResponse response) {
        var edition = editions.current(feed);
        var freshness = Freshness.of(
                edition.tag(),
                header(request, HttpHeaders.ACCEPT_ENCODING),
                header(request, HttpHeaders.IF_NONE_MATCH));
        if (freshness.isKnown()) {
            feeds.noteFetch(feed, header(request, HttpHeaders.USER_AGENT).orElse(""));
            write(edition, freshness, response);
        }
        return freshness.isKnown();
    }

    private void write(Edition edition, Freshness freshness, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        FeedHeaders.of(edition, freshness).forEach(response::setHeader);
        security.complete(response);
    }

    private Optional<Feed> find(HttpServletRequest request) {
        var path = FILE.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return path.matches() ? AskedFeed.find(path.group(1), feeds, request) : Optional.empty();
    }

    /** All lines of it as one (RFC 9110 §5.3). */
    private static Optional<String> header(HttpServletRequest request, String name) {
        var lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }
}
