package org.bookbell.web.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.dispatch.reply.Replies;
import org.bookbell.dispatch.reply.ReplyEntry;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;

/** What recipients answered by SMS. */
@Endpoint
@Path("/api/v1/organizations/{org}/replies")
@Produces(MediaType.APPLICATION_JSON)
public class RepliesResource {

    private final Replies replies;
    private final Visit visit;

    @Inject
    RepliesResource(Replies replies, Visit visit) {
        this.replies = replies;
        this.visit = visit;
    }

    /** The latest first. */
    @GET
    @Requires(Permission.READ)
    public Listing<ReplyView> list(@Context UriInfo address) {
        var window = ReplyWindow.read(address);
        var found = replies.list(visit.organizationId(), window.after(), window.limit());
        var zone = visit.organization().zone();
        return new Listing<>(
                found.stream().map(each -> ReplyView.of(each, zone)).toList(), window.next(found, ReplyEntry::id));
    }
}
