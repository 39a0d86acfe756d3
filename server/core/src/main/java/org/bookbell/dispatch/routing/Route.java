package org.bookbell.dispatch.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.plugin.gateway.OpenGateway;

/**
 * An ordered list of gateways for the addresses of a channel that begin alike.
 *
 * @param organizationId whose; 0 for the server's
 * @param prefix the beginning of an E.164 number, such as {@code +41}; empty for every address
 * @param gateways their names, the first is the primary; at least one
 */
public record Route(long organizationId, Channel channel, String prefix, List<String> gateways) {

    public Route {
        gateways = List.copyOf(gateways);
    }

    /** The route for an address: of those whose prefix it begins with, the one with the longest. */
    static Optional<Route> of(List<Route> routes, long organizationId, Channel channel, String address) {
        return routes.stream()
                .filter(route -> route.organizationId() == organizationId && route.channel() == channel)
                .filter(route -> address.startsWith(route.prefix()))
                .max(Comparator.comparingInt(route -> route.prefix().length()));
    }

    /**
     * Those of {@code available} that it names, in its order. Where none of them is there, all are: a wrong order is
     * better than a message that waits until it is of no use.
     */
    List<OpenGateway> order(List<OpenGateway> available) {
        var ordered = new ArrayList<OpenGateway>();
        for (var name : gateways) {
            available.stream().filter(each -> each.name().equals(name)).forEach(ordered::add);
        }
        return ordered.isEmpty() ? available : List.copyOf(ordered);
    }
}
