package org.bookbell.web.route;

import static org.bookbell.web.input.Kind.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.Route;
import org.bookbell.dispatch.routing.RouteTable;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Pages of routes, for the server's and for organizations' own. */
@Dependent
class RouteForms {

    private static final int LONGEST_LIST = 1100;

    private final RouteTable routes;
    private final Gateways gateways;
    private final Visit visit;

    @Inject
    RouteForms(RouteTable routes, Gateways gateways, Visit visit) {
        this.routes = routes;
        this.gateways = gateways;
        this.visit = visit;
    }

    Page show(RoutePlace place) {
        return show(place, Filled.empty());
    }

    private Page show(RoutePlace place, Filled form) {
        return Page.of(
                "route/routes",
                "Routes",
                new RouteViews.All(
                        place,
                        routes.list(place.organizationId()).stream()
                                .map(RouteViews.Line::of)
                                .toList(),
                        gateways.list(place.organizationId()).stream()
                                .filter(each -> each.kind() == PluginKind.SMS)
                                .map(GatewayView::name)
                                .toList(),
                        form));
    }

    /** Decides the order of SMS gateways for a prefix; an empty field removes the route. */
    Response put(RoutePlace place, Input in) {
        try {
            var prefix = in.get("prefix", text(0, 15), "");
            var names = in.get("gateways", text(0, LONGEST_LIST), "");
            in.orThrow();
            var ordered = Stream.of(names.split("[,\\s]+", -1))
                    .filter(name -> !name.isEmpty())
                    .toList();
            routes.put(visit.actor(), new Route(place.organizationId(), Channel.SMS, prefix, ordered));
            return Redirect.to(place.path());
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(show(place, Filled.refused(in, refusal)))
                    .build();
        }
    }

    /** Asks before the switch, with what it would move. */
    Page ask(RoutePlace place, String gateway) {
        var effects = routes.previewPrimary(place.organizationId(), gateway).stream()
                .map(RouteViews::inWords)
                .toList();
        return Page.of(
                "route/primary", "Make " + gateway + " the first", new RouteViews.Switch(place, gateway, effects));
    }

    void makePrimary(RoutePlace place, String gateway) {
        routes.makePrimary(visit.actor(), place.organizationId(), gateway);
    }
}
