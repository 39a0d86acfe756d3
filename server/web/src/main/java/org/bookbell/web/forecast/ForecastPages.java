package org.bookbell.web.forecast;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.dispatch.forecast.Forecast;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.forecast.ForecastView.DayLine;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.page.Page;

/** The next seven days as a page. */
@Endpoint
@Path("/o/{org}/forecast")
@Produces(MediaType.TEXT_HTML)
public class ForecastPages {

    private final Forecast forecast;
    private final Visit visit;

    @Inject
    ForecastPages(Forecast forecast, Visit visit) {
        this.forecast = forecast;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Page show(@Context UriInfo address) {
        var query = ForecastQuery.read(FormInput.ofQuery(address.getQueryParameters()));
        var organization = visit.organization();
        var root = "/o/" + organization.slug();
        var lines = forecast.list(organization.id(), query.after(), query.limit());
        var view = new ForecastView(
                forecast.listDays(organization.id()).stream().map(DayLine::of).toList(),
                ForecastView.groups(lines, organization.zone(), root),
                query.next(lines)
                        .map(after -> root + "/forecast?after=" + after)
                        .orElse(""));
        return Page.of("forecast/forecast", "Next seven days", view);
    }
}
