package org.bookbell.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.bookbell.access.token.WrongTokens;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.Feeds;
import org.bookbell.export.feed.edition.Bodies;
import org.bookbell.export.feed.edition.Body;
import org.bookbell.export.feed.edition.Edition;
import org.bookbell.export.feed.edition.RecentEditions;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.call.ClientAddress;

/**
 * A calendar under its secret address. What is no address of one, never was and is no more are answered alike, after the
 * same work. Of what is unchanged {@link UnchangedFeed} tells most who ask.
 */
@Endpoint
@Path("/feeds/{file}")
public class FeedResource {

    private static final String TYPE = "text/calendar; charset=utf-8";
    private static final String EXTENSION = ".ics";

    private final Feeds feeds;
    private final RecentEditions editions;
    private final Bodies bodies;
    private final WrongTokens wrong;
    private final ClientAddress address;

    @Inject
    FeedResource(Feeds feeds, RecentEditions editions, Bodies bodies, WrongTokens wrong, ClientAddress address) {
        this.feeds = feeds;
        this.editions = editions;
        this.bodies = bodies;
        this.wrong = wrong;
        this.address = address;
    }

    @GET
    @Everybody
    public Response get(
            @PathParam("file") String file, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        var feed = find(file, request);
        var edition = editions.current(feed);
        feeds.noteFetch(
                feed,
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.USER_AGENT))
                        .orElse(""));
        var freshness = Freshness.of(edition.tag(), headers);
        if (freshness.isKnown()) {
            return answer(Response.notModified(), edition, freshness);
        }
        return answer(filled(bodies.get(feed, edition), freshness), edition, freshness);
    }

    /** What a GET would say of it, without reading it. */
    @HEAD
    @Everybody
    public Response head(
            @PathParam("file") String file, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        var edition = editions.current(find(file, request));
        var freshness = Freshness.of(edition.tag(), headers);
        return answer(freshness.isKnown() ? Response.notModified() : described(freshness), edition, freshness);
    }

    private Feed find(String file, HttpServletRequest request) {
        var secret = file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : "";
        var found = AskedFeed.find(secret, feeds, request);
        if (found.isEmpty()) {
            wrong.count(address.of(request));
        }
        return found.orElseThrow(() -> ProblemException.notFound("calendar"));
    }

    private static Response.ResponseBuilder filled(Body body, Freshness freshness) {
        if (freshness.isZipped()) {
            var zipped = body.zipped();
            return described(freshness).entity(zipped).header(HttpHeaders.CONTENT_LENGTH, zipped.length);
        }
        StreamingOutput plain = body::writeTo;
        return described(freshness).entity(plain).header(HttpHeaders.CONTENT_LENGTH, body.length());
    }

    /** A name of its own, so that no folder of downloads keeps the secret. */
    private static Response.ResponseBuilder described(Freshness freshness) {
        var answer = Response.ok()
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"calendar.ics\"");
        return freshness.isZipped() ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    private static Response answer(Response.ResponseBuilder answer, Edition edition, Freshness freshness) {
        FeedHeaders.of(edition, freshness).forEach(answer::header);
        return answer.build();
    }
}
