package org.bookbell.web.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.dispatch.job.batch.StartByHand;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.page.Redirect;

/** The job that sends messages: its runs stand on the operator's page, and here it is started. */
@Endpoint
@Path("/operator/jobs")
@Produces(MediaType.TEXT_HTML)
public class JobPages {

    private final StartByHand byHand;
    private final Visit visit;

    @Inject
    JobPages(StartByHand byHand, Visit visit) {
        this.byHand = byHand;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Response show() {
        return Redirect.to("/operator#jobs");
    }

    /** Starts the job unless it runs. */
    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response start() {
        byHand.start(visit.actor());
        return Redirect.to("/operator?now=started#jobs");
    }
}
