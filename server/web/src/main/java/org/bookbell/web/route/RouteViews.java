package org.bookbell.web.route;

import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.Route;
import org.bookbell.dispatch.routing.RouteEffect;
import org.bookbell.web.page.Filled;

/** What the pages of routes show. */
final class RouteViews {

    private RouteViews() {}

    /** All routes, and the form that decides one. */
    record All(RoutePlace place, List<Line> routes, List<String> gateways, Filled form) {}

    /** One route. */
    record Line(String channel, String shownPrefix, String gateways) {

        static Line of(Route route) {
            return new Line(
                    route.channel() == Channel.SMS ? "SMS" : "e-mail",
                    route.prefix().isEmpty() ? "all" : route.prefix(),
                    String.join(", ", route.gateways()));
        }
    }

    /** What a switch of the primary would move. */
    record Switch(RoutePlace place, String gateway, List<String> effects) {}

    static String inWords(RouteEffect effect) {
        return effect.messages() + (effect.messages() == 1 ? " message" : " messages")
                + " of the next seven days would go over " + effect.to()
                + (effect.from().isEmpty() ? "" : " instead of " + effect.from()) + ".";
    }
}
