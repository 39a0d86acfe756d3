package org.bookbell.web.feed;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.SecretFeed;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.call.PublicUrl;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** The feeds of an organization. */
@Endpoint
@Path("/api/v1/organizations/{org}/feeds")
@Produces(MediaType.APPLICATION_JSON)
public class FeedsResource {

    private final FeedAccess feeds;
    private final Visit visit;
    private final Creation creation;
    private final PublicUrl publicUrl;

    @Inject
    FeedsResource(FeedAccess feeds, Visit visit, Creation creation, PublicUrl publicUrl) {
        this.feeds = feeds;
        this.visit = visit;
        this.creation = creation;
        this.publicUrl = publicUrl;
    }

    /** The newest first, revoked ones among them. */
    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Listing<FeedJson> list() {
        return Listing.all(feeds.list().stream().map(this::view).toList());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.OWN_CALENDAR)
    public FeedJson get(@PathParam("id") PathId id) {
        return view(feeds.get(id.value()));
    }

    /** The address is in the answer, and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response create(Input in) {
        var wish = FeedInput.read(in);
        return creation.answerUnrepeatably(() -> view(feeds.create(wish)));
    }

    /** Likewise; the former address ends at once. */
    @POST
    @Path("{id}/rotate")
    @Requires(Permission.OWN_CALENDAR)
    public FeedJson rotate(@PathParam("id") PathId id) {
        return view(feeds.rotate(id.value()));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.OWN_CALENDAR)
    public void revoke(@PathParam("id") PathId id) {
        feeds.revoke(id.value());
    }

    private FeedJson view(Feed feed) {
        return FeedJson.of(feed, Optional.empty(), visit.organization().zone());
    }

    private FeedJson view(SecretFeed made) {
        var address = Optional.of(publicUrl.of(made.path()));
        return FeedJson.of(made.feed(), address, visit.organization().zone());
    }
}
