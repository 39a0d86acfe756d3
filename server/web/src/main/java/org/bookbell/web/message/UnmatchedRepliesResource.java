package org.bookbell.web.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.bookbell.dispatch.reply.Meaning;
import org.bookbell.dispatch.reply.Outcome;
import org.bookbell.dispatch.reply.Replies;
import org.bookbell.dispatch.reply.UnmatchedReply;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.answer.Listing;

/** Replies that belong to no organization: how many there are, and what they asked for, but not what they say. */
@Endpoint
@Path("/api/v1/operator/replies")
@Produces(MediaType.APPLICATION_JSON)
public class UnmatchedRepliesResource {

    private final Replies replies;

    @Inject
    UnmatchedRepliesResource(Replies replies) {
        this.replies = replies;
    }

    /** The latest first. */
    @GET
    @ForOperator
    public Listing<UnmatchedView> list(@Context UriInfo address) {
        var window = ReplyWindow.read(address);
        var found = replies.listUnmatched(window.after(), window.limit());
        return new Listing<>(found.stream().map(UnmatchedView::of).toList(), window.next(found, UnmatchedReply::id));
    }

    /** A reply of nobody. */
    record UnmatchedView(
            String id, String gateway, String receivedAt, Optional<Meaning> meaning, Optional<Outcome> outcome) {

        static UnmatchedView of(UnmatchedReply reply) {
            return new UnmatchedView(
                    Ids.text(reply.id()),
                    reply.gateway(),
                    reply.receivedAt().toString(),
                    reply.meaning(),
                    reply.outcome());
        }
    }
}
