package org.bookbell.web.forecast;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.dispatch.forecast.Forecast;
import org.bookbell.message.planning.WhatIf;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.message.RuleInput;

/** What will be sent to whom in the next seven days; nothing is written. */
@Endpoint
@Path("/api/v1/organizations/{org}/forecast")
@Produces(MediaType.APPLICATION_JSON)
public class ForecastResource {

    private static final Duration PERIOD = Duration.ofDays(7);

    private final Forecast forecast;
    private final WhatIf whatIf;
    private final Visit visit;
    private final Clock clock;

    @Inject
    ForecastResource(Forecast forecast, WhatIf whatIf, Visit visit, Clock clock) {
        this.forecast = forecast;
        this.whatIf = whatIf;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.READ)
    public ForecastJson list(@Context UriInfo address) {
        var query = ForecastQuery.read(FormInput.ofQuery(address.getQueryParameters()));
        var organization = visit.organization();
        var lines = forecast.list(organization.id(), query.after(), query.limit());
        return ForecastJson.of(organization.zone(), forecast.listDays(organization.id()), lines, query.next(lines));
    }

    /** The reminders of the next seven days as a change of {@code rule}, or an addition without one, would have them. */
    @POST
    @Path("whatIf")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public WhatIfJson whatIf(Input in) {
        var rule = in.find("rule", Kind.ID);
        var draft = RuleInput.read(in);
        in.orThrow();
        var organization = visit.organization();
        var change = new RuleChange(rule, Optional.of(draft));
        return WhatIfJson.of(
                organization.zone(),
                whatIf.list(organization.id(), change, clock.instant().plus(PERIOD)));
    }
}
