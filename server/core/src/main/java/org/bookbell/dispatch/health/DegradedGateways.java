package org.bookbell.dispatch.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.jspecify.annotations.Nullable;

/** Which gateways fail over which destinations, as the database knew at most a second ago. */
@ApplicationScoped
public class DegradedGateways {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final @Nullable Remembered<Set<Failing>> failing;

    private record Failing(String gateway, String destination) {}

    /** For the container's proxy. */
    protected DegradedGateways() {
        this.failing = null;
    }

    @Inject
    public DegradedGateways(JobsDatabase database) {
        this.failing = new Remembered<>(FRESH, Set.of(), before -> read(database));
    }

    /** Whether {@code gateway} fails over {@code destination} or over all. */
    public boolean contains(String gateway, String destination) {
        var known = remembered().get();
        return known.contains(new Failing(gateway, Destination.ALL))
                || known.contains(new Failing(gateway, destination));
    }

    /** Over which destinations {@code gateway} fails; {@link Destination#ALL} for all. */
    public Set<String> destinationsOf(String gateway) {
        return remembered().get().stream()
                .filter(each -> each.gateway().equals(gateway))
                .map(Failing::destination)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Reads again when next asked, without waiting for the second to pass. */
    public void refresh() {
        remembered().forget();
    }

    private Remembered<Set<Failing>> remembered() {
        if (failing == null) {
            throw new IllegalStateException("made without a database");
        }
        return failing;
    }

    private static Set<Failing> read(JobsDatabase database) {
        return database.withoutTransaction(Standings::degraded).stream()
                .map(each -> new Failing(each.gateway(), each.destination()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
