package org.bookbell.web.feed;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.SecretFeed;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/**
 * What an organization takes with it, as a page: feeds for calendars elsewhere. An address is on the page that answers the
 * press of the button and on no other, so that it stands in no address of a page.
 */
@Endpoint
@Path("/o/{org}/account")
@Produces(MediaType.TEXT_HTML)
public class AccountPage {

    private final FeedAccess feeds;
    private final FeedWishes wishes;
    private final AccountShown shown;
    private final Visit visit;

    @Inject
    AccountPage(FeedAccess feeds, FeedWishes wishes, AccountShown shown, Visit visit) {
        this.feeds = feeds;
        this.wishes = wishes;
        this.shown = shown;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        return page(
                Optional.empty(), now.equals("revoked") ? "Revoked. The address shows nothing any more." : "", usual());
    }

    @POST
    @Path("feeds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response make(Input in) {
        try {
            return Response.ok(page(Optional.of(feeds.create(wishes.read(in))), "", usual()))
                    .build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Optional.empty(), "", Filled.refused(in, refusal)))
                    .build();
        }
    }

    @POST
    @Path("feeds/{id}/rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Page rotate(@PathParam("id") PathId id) {
        return page(Optional.of(feeds.rotate(id.value())), "", usual());
    }

    @POST
    @Path("feeds/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response revoke(@PathParam("id") PathId id) {
        feeds.revoke(id.value());
        return Redirect.to(path() + "?now=revoked");
    }

    private static Filled usual() {
        var view = FeedView.USUAL;
        return Filled.with(Map.of(
                "detail",
                view.detail().name(),
                "daysBack",
                Integer.toString(view.daysBack()),
                "daysAhead",
                Integer.toString(view.daysAhead())));
    }

    private Page page(Optional<SecretFeed> made, String notice, Filled form) {
        var view = new AccountView(
                path(),
                wishes.subjects(form),
                visit.may(Permission.MANAGE),
                visit.may(Permission.OWN_CALENDAR) ? shown.lines(feeds.list()) : List.of(),
                made.map(shown::made),
                notice,
                form);
        return Page.of("feed/account", "Account", view);
    }

    private String path() {
        return "/o/" + visit.organization().slug() + "/account";
    }
}
