package org.bookbell.web.signin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
import org.bookbell.organization.Organizations;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.access.Visit;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Leads a member to the organization's day, and lets whoever has several choose. */
@Endpoint
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomePage {

    private final Visit visit;
    private final Organizations organizations;

    @Inject
    HomePage(Visit visit, Organizations organizations) {
        this.visit = visit;
        this.organizations = organizations;
    }

    @GET
    @Everybody
    public Response show() {
        return visit.findCaller().map(this::showTo).orElseGet(() -> Redirect.toSignIn("/"));
    }

    private Response showTo(Caller caller) {
        var theirs = organizations.list().stream()
                .filter(each -> caller.may(Permission.READ, each.id()))
                .map(each -> new HomeView.Entry("/o/" + each.slug() + "/today", each.name()))
                .toList();
        if (theirs.size() == 1 && !caller.mayOperate()) {
            return Redirect.to(theirs.get(0).path());
        }
        return Response.ok(Page.of("signin/home", "Organizations", new HomeView(theirs, caller.mayOperate())))
                .build();
    }
}
