package org.bookbell.web.evidence;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.bookbell.dispatch.evidence.EvidenceByWeek;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;

/** What gateways made of the messages they got, for operators. */
@Endpoint
@Path("/api/v1/operator/evidence")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

    private final EvidenceByWeek evidence;
    private final Bundle bundle;
    private final Clock clock;

    @Inject
    EvidenceResource(EvidenceByWeek evidence, Bundle bundle, Clock clock) {
        this.evidence = evidence;
        this.bundle = bundle;
        this.clock = clock;
    }

    /** The {@code weeks} up to the one that the date {@code week} is in, the last first. */
    @GET
    @ForOperator
    public EvidenceJson list(@Context UriInfo address) {
        var query = EvidenceQuery.read(FormInput.ofQuery(address.getQueryParameters()), clock);
        return EvidenceJson.of(evidence.countedAt(), evidence.list(query.week(), query.weeks(), query.gateway()));
    }

    /** A ZIP for the support of a gateway's provider, from the instant {@code from} until {@code until}. */
    @GET
    @Path("{gateway}/bundle")
    @Produces("application/zip")
    @ForOperator
    public Response bundle(@PathParam("gateway") String gateway, @Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var from = in.get("from", Kind.INSTANT);
        var until = in.get("until", Kind.INSTANT, clock.instant());
        in.orThrow();
        return bundle.answer(in, gateway, from, until);
    }
}
