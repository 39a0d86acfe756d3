package org.bookbell.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The order in which gateways are tried for an address, as the database knew it at most a second ago. An organization's
 * own gateways come before the server's, or are the only ones where it decided so.
 */
@ApplicationScoped
public class Orders {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final long SERVER = 0;

    private final @Nullable Remembered<Known> known;

    private record Known(List<Route> routes, Set<OwnOnly> ownOnly) {

        static Known read(Sql sql) {
            var ownOnly = sql.list(
                    "SELECT organization_id, channel FROM own_gateways_only",
                    row -> new OwnOnly(row.getLong("organization_id"), Channel.valueOf(row.getText("channel"))));
            return new Known(RouteRows.all(sql), ownOnly.stream().collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** For the container's proxy. */
    protected Orders() {
        this.known = null;
    }

    @Inject
    public Orders(JobsDatabase database) {
        this.known = new Remembered<>(
                FRESH, new Known(List.of(), Set.of()), before -> database.withoutTransaction(Known::read));
    }

    /**
     * Orders gateways.
     *
     * @param serving those that serve the organization, by position
     */
    public List<OpenGateway> of(long organizationId, Channel channel, String address, List<OpenGateway> serving) {
        var now = remembered().get();
        var own = order(now.routes(), organizationId, channel, address, of(organizationId, serving));
        if (organizationId == SERVER || now.ownOnly().contains(new OwnOnly(organizationId, channel))) {
            return own;
        }
        return Stream.concat(own.stream(), order(now.routes(), SERVER, channel, address, of(SERVER, serving)).stream())
                .toList();
    }

    /** Whether an organization decided to use no gateways but its own. */
    public boolean isOwnOnly(long organizationId, Channel channel) {
        return remembered().get().ownOnly().contains(new OwnOnly(organizationId, channel));
    }

    /**
     * Whether messages of anybody may go over {@code gateway}: over one that no route names only where some addresses have
     * no route.
     *
     * @param enabled all gateways of its channel
     */
    public boolean uses(OpenGateway gateway, List<OpenGateway> enabled) {
        long owner = gateway.organizationId();
        var channel = Channel.valueOf(gateway.kind().name());
        var routes = remembered().get().routes().stream()
                .filter(route -> route.organizationId() == owner && route.channel() == channel)
                .toList();
        return routes.stream().noneMatch(route -> route.prefix().isEmpty())
                || routes.stream()
                        .anyMatch(route -> route.order(of(owner, enabled)).contains(gateway));
    }

    private static List<OpenGateway> of(long owner, List<OpenGateway> gateways) {
        return gateways.stream()
                .filter(gateway -> gateway.organizationId() == owner)
                .toList();
    }

    private static List<OpenGateway> order(
            List<Route> routes, long owner, Channel channel, String address, List<OpenGateway> available) {
        return Route.of(routes, owner, channel, address)
                .map(route -> route.order(available))
                .orElse(available);
    }

    void forget(
            @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
                    RoutesChanged changed) {
        refresh();
    }

    /** Reads again when next asked, without waiting for the second to pass. */
    public void refresh() {
        remembered().forget();
    }

    private Remembered<Known> remembered() {
        if (known == null) {
            throw new IllegalStateException("made without a database");
        }
        return known;
    }
}
