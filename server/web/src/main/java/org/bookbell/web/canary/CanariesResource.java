package org.bookbell.web.canary;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bookbell.dispatch.canary.Canaries;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.answer.Listing;

/** The test messages of all gateways. */
@Endpoint
@Path("/api/v1/operator/canaries")
@Produces(MediaType.APPLICATION_JSON)
public class CanariesResource {

    private final Canaries canaries;

    @Inject
    CanariesResource(Canaries canaries) {
        this.canaries = canaries;
    }

    @GET
    @ForOperator
    public Listing<CanaryJson> list() {
        return Listing.all(canaries.list().stream().map(CanaryJson::of).toList());
    }
}
