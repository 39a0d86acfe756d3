package org.bookbell.web.canary;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.canary.Canary;
import org.bookbell.dispatch.canary.Flight;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A gateway's test messages as the API shows them; all times are UTC. */
record CanaryJson(String gateway, Channel channel, String address, String nextAt, List<FlightJson> last) {

    /** One of them; {@code tookSeconds} is from its submission to its receipt. */
    record FlightJson(
            String messageId,
            String sentAt,
            Flight.Outcome outcome,
            Optional<Long> tookSeconds,
            Optional<String> reason) {

        static FlightJson of(Flight flight) {
            return new FlightJson(
                    Ids.text(flight.messageId()),
                    Times.text(flight.sentAt(), ZoneOffset.UTC),
                    flight.outcome(),
                    flight.took().map(Duration::toSeconds),
                    flight.reason());
        }
    }

    static CanaryJson of(Canary canary) {
        return new CanaryJson(
                canary.gateway(),
                canary.channel(),
                canary.address(),
                Times.text(canary.nextAt(), ZoneOffset.UTC),
                canary.flights().stream().map(FlightJson::of).toList());
    }
}
