package org.bookbell.web.guard;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.bookbell.dispatch.guard.LimitTable;
import org.bookbell.dispatch.guard.Limits;
import org.bookbell.dispatch.guard.OwnLimits;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;

/** What an organization may send. */
@Endpoint
@Path("/api/v1/operator/organizations/{org}/limits")
@Produces(MediaType.APPLICATION_JSON)
public class LimitsResource {

    private final LimitTable limits;
    private final Visit visit;

    @Inject
    LimitsResource(LimitTable limits, Visit visit) {
        this.limits = limits;
        this.visit = visit;
    }

    /** Figures by name, and what numbers must begin with. */
    record LimitsJson(Map<String, Long> figures, List<String> smsPrefixes) {

        static LimitsJson of(OwnLimits own) {
            return new LimitsJson(LimitsInput.figures(own), own.smsPrefixes());
        }

        static LimitsJson of(Limits limits) {
            return new LimitsJson(LimitsInput.figures(limits), limits.smsPrefixes());
        }
    }

    /**
     * Both.
     *
     * @param own what was decided for this organization
     * @param effective what holds, with the server's limits for the rest
     */
    record Both(LimitsJson own, LimitsJson effective) {}

    @GET
    @ForOperator
    public Both get() {
        return both();
    }

    /** Decides all of them anew; what is left out is the server's again. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Both put(Input in) {
        limits.put(visit.actor(), visit.organizationId(), LimitsInput.read(in));
        return both();
    }

    private Both both() {
        var id = visit.organizationId();
        return new Both(LimitsJson.of(limits.get(id)), LimitsJson.of(limits.effective(id)));
    }
}
