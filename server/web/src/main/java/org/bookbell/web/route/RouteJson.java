package org.bookbell.web.route;

import static org.bookbell.web.input.Kind.text;

import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.Route;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** A route as the API shows it. */
record RouteJson(Channel channel, String prefix, List<String> gateways) {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 101;

    static Listing<RouteJson> of(List<Route> routes) {
        return Listing.all(routes.stream()
                .map(each -> new RouteJson(each.channel(), each.prefix(), each.gateways()))
                .toList());
    }

    static Route read(Input in, long organizationId) {
        var route = new Route(
                organizationId,
                in.get("channel", Kind.choice(Channel.class)),
                in.get("prefix", text(0, 15), ""),
                in.list("gateways", MOST, text(2, LONGEST_NAME)));
        in.orThrow();
        return route;
    }
}
