package org.bookbell.status;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.RefusingGateway;

/** Something that fails now, of which an incident tells. */
record Failure(
        Incident.Kind kind, String gateway, String destination, Optional<String> code, Instant from, Instant since) {

    static Failure of(FailingGateway failing) {
        return new Failure(
                Incident.Kind.FAIL_OVER,
                failing.gateway(),
                failing.destination(),
                Optional.empty(),
                failing.suspectFrom(),
                failing.since());
    }

    static Failure of(RefusingGateway refusing) {
        return new Failure(
                Incident.Kind.REFUSES,
                refusing.gateway(),
                "",
                Optional.of(refusing.code()),
                refusing.from(),
                refusing.since());
    }

    /** One that is about no gateway. */
    static Failure of(Incident.Kind kind, Instant since) {
        return new Failure(kind, "", "", Optional.empty(), since, since);
    }

    boolean isToldBy(Incident incident) {
        return incident.kind() == kind
                && incident.gateway().equals(gateway)
                && incident.destination().equals(destination);
    }

    /** What only one open incident may have. */
    String key() {
        return kind + "|" + gateway + "|" + destination;
    }
}
