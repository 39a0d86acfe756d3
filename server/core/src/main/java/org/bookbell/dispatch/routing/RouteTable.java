package org.bookbell.dispatch.routing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Who decides in which order gateways are tried: the operator for the server's, an organization for its own. A change
 * counts for the next message, on other nodes within a second or two.
 */
@UseCase
public class RouteTable {

    private static final Pattern PREFIX = Pattern.compile("(\\+[1-9][0-9]{0,13})?");
    private static final int MOST = 10;
    private static final Duration PREVIEWED = Duration.ofDays(7);

    /** Those with gateways of their own send first over these, and some over nothing else. */
    private static final String GOES_OVER_THE_SERVERS = " AND organization_id NOT IN"
            + " (SELECT g.organization_id FROM gateway g WHERE g.channel = ? AND g.enabled = TRUE"
            + " AND g.organization_id <> 0)"
            + " AND NOT EXISTS (SELECT 1 FROM own_gateways_only o WHERE o.organization_id = message.organization_id"
            + " AND o.channel = message.channel)";

    private final Sql sql;
    private final Gateways gateways;
    private final Audit audit;
    private final Event<RoutesChanged> changed;
    private final Clock clock;

    @Inject
    public RouteTable(Sql sql, Gateways gateways, Audit audit, Event<RoutesChanged> changed, Clock clock) {
        this.sql = sql;
        this.gateways = gateways;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /** The routes of an organization, or the server's for 0, by channel and prefix. */
    public List<Route> list(long organizationId) {
        return RouteRows.of(sql, organizationId);
    }

    /** Decides the order for a prefix; a route without gateways is removed. */
    public List<Route> put(Actor actor, Route route) {
        check(route);
        RouteRows.put(sql, route);
        audit.record(
                actor,
                route.organizationId(),
                "route.changed",
                "route",
                0,
                route.channel() + " " + route.prefix() + ": " + String.join(", ", route.gateways()));
        changed.fire(new RoutesChanged());
        return list(route.organizationId());
    }

    /** Makes a gateway of its owner the first of its channel for every address, the others following as they did. */
    public List<Route> makePrimary(Actor actor, long organizationId, String gateway) {
        return put(actor, withPrimary(gateways.get(organizationId, gateway)));
    }

    /** What {@link #makePrimary} would move. */
    public List<RouteEffect> previewPrimary(long organizationId, String gateway) {
        return preview(withPrimary(gateways.get(organizationId, gateway)));
    }

    private Route withPrimary(GatewayView gateway) {
        var channel = Channel.valueOf(gateway.kind().name());
        var others = order(gateway.organizationId(), channel, "").stream().filter(name -> !name.equals(gateway.name()));
        return new Route(
                gateway.organizationId(),
                channel,
                "",
                Stream.concat(Stream.of(gateway.name()), others).limit(MOST).toList());
    }

    /** Which messages of the next week would first go over another gateway. */
    public List<RouteEffect> preview(Route route) {
        check(route);
        var before = order(route.organizationId(), route.channel(), route.prefix()).stream()
                .findFirst();
        var after = route.gateways().stream()
                .findFirst()
                .or(() -> orderWithout(route).stream().findFirst());
        if (after.isEmpty() || before.equals(after)) {
            return List.of();
        }
        long messages = count(route);
        return messages == 0 ? List.of() : List.of(new RouteEffect(before.orElse(""), after.get(), messages));
    }

    /** The names of the enabled gateways in the order in which they are tried now. */
    private List<String> order(long organizationId, Channel channel, String prefix) {
        return order(list(organizationId), organizationId, channel, prefix);
    }

    private List<String> orderWithout(Route route) {
        var others = list(route.organizationId()).stream()
                .filter(each ->
                        each.channel() != route.channel() || !each.prefix().equals(route.prefix()))
                .toList();
        return order(others, route.organizationId(), route.channel(), route.prefix());
    }

    private List<String> order(List<Route> routes, long organizationId, Channel channel, String prefix) {
        var enabled = enabled(organizationId, channel);
        return Route.of(routes, organizationId, channel, prefix)
                .map(route ->
                        route.gateways().stream().filter(enabled::contains).toList())
                .filter(named -> !named.isEmpty())
                .orElse(enabled);
    }

    private List<String> enabled(long organizationId, Channel channel) {
        return all(organizationId, channel)
                .filter(GatewayView::enabled)
                .map(GatewayView::name)
                .toList();
    }

    private Stream<GatewayView> all(long organizationId, Channel channel) {
        return gateways.list(organizationId).stream()
                .filter(each -> each.kind().name().equals(channel.name()));
    }

    private long count(Route route) {
        var longer = list(route.organizationId()).stream()
                .filter(each -> each.channel() == route.channel())
                .map(Route::prefix)
                .filter(prefix -> prefix.length() > route.prefix().length() && prefix.startsWith(route.prefix()))
                .toList();
        var parameters =
                new ArrayList<Object>(List.of(route.channel(), clock.instant().plus(PREVIEWED), route.prefix() + "%"));
        longer.forEach(prefix -> parameters.add(prefix + "%"));
        parameters.add(route.organizationId() == 0 ? route.channel() : route.organizationId());
        return sql.count(
                "SELECT COUNT(*) FROM message WHERE state = 'PLANNED' AND channel = ? AND try_at <= ?"
                        + " AND address LIKE ?" + " AND address NOT LIKE ?".repeat(longer.size())
                        + (route.organizationId() == 0 ? GOES_OVER_THE_SERVERS : " AND organization_id = ?"),
                parameters.toArray());
    }

    private void check(Route route) {
        var faults = new Faults();
        faults.check(
                PREFIX.matcher(route.prefix()).matches(),
                "/prefix",
                "The prefix is \"" + route.prefix()
                        + "\"; write + and the first digits of a number, or nothing at all.");
        faults.check(
                route.channel() == Channel.SMS || route.prefix().isEmpty(),
                "/prefix",
                "Only SMS has routes by number; leave the prefix empty.");
        faults.check(
                route.gateways().size() <= MOST
                        && new HashSet<>(route.gateways()).size()
                                == route.gateways().size(),
                "/gateways",
                "Name each gateway once, at most " + MOST + ".");
        var known = all(route.organizationId(), route.channel())
                .map(GatewayView::name)
                .toList();
        for (int i = 0; i < route.gateways().size(); i++) {
            var name = route.gateways().get(i);
            faults.check(
                    known.contains(name),
                    "/gateways/" + i,
                    "There is no gateway \"" + name + "\" for this channel here; "
                            + (known.isEmpty() ? "add one first." : "there are: " + String.join(", ", known) + "."));
        }
        faults.throwIfAny();
    }
}
