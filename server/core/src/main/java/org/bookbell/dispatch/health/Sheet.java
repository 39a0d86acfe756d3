package org.bookbell.dispatch.health;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All standings of one gateway: the one over all destinations, and that of each. */
final class Sheet {

    private final String gateway;
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    private Sheet(String gateway, Collection<Standing> known) {
        this.gateway = gateway;
        known.forEach(each -> standings.put(each.destination(), each));
    }

    static Sheet of(String gateway, Collection<Standing> known) {
        return new Sheet(gateway, known);
    }

    Standing overall() {
        return standing(Destination.ALL);
    }

    /** Also what nothing is known of. */
    private Standing standing(String destination) {
        return standings.getOrDefault(destination, Standing.unknown(gateway, destination));
    }

    /** After more evidence; of a destination nobody knows what is expected of the gateway as a whole. */
    Sheet with(List<Evidence> evidence) {
        var next = new Sheet(gateway, standings.values());
        double usual = overall().share(Baseline.EXPECTED);
        for (var each : evidence) {
            next.put(next.overall().after(each, Baseline.EXPECTED));
            if (!each.destination().equals(Destination.ALL)) {
                next.put(next.standing(each.destination()).after(each, usual));
            }
        }
        return next;
    }

    void put(Standing standing) {
        standings.put(standing.destination(), standing);
    }

    List<Standing> differingFrom(Sheet other) {
        return standings.values().stream()
                .filter(each -> !each.equals(other.standings.get(each.destination())))
                .toList();
    }

    /** What fails here and not in {@code before}; a destination only where not all of them do. */
    List<Standing> failingSince(Sheet before) {
        return standings.values().stream()
                .filter(each -> each.isDegraded()
                        && !before.standing(each.destination()).isDegraded())
                .filter(each ->
                        each.destination().equals(Destination.ALL) || !overall().isDegraded())
                .toList();
    }

    /** Whether the gateway failed over the destination of {@code evidence} when its attempt was submitted. */
    boolean hadFailed(Evidence evidence) {
        return Stream.of(overall(), standing(evidence.destination()))
                .flatMap(each -> each.degradedAt().stream())
                .anyMatch(since -> !evidence.submittedAt().isBefore(since));
    }
}
