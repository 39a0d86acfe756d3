package org.bookbell.web.canary;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.bookbell.dispatch.canary.Canary;
import org.bookbell.dispatch.canary.Flight;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.web.page.Words;
import org.jspecify.annotations.Nullable;

/** The canaries of the server's gateways; all times are UTC. */
public record CanaryView(String notice, String refusal, List<Line> gateways) {

    /**
     * A gateway.
     *
     * @param address where its canaries go; empty while there are none
     */
    public record Line(
            String gateway, boolean isPhone, boolean isOn, String address, String nextAt, List<FlightLine> flights) {

        static Line of(GatewayView gateway, @Nullable Canary canary) {
            return new Line(
                    gateway.name(),
                    gateway.kind() == PluginKind.SMS,
                    gateway.enabled(),
                    canary == null ? "" : canary.address(),
                    canary == null ? "" : Words.time(canary.nextAt(), ZoneOffset.UTC),
                    canary == null
                            ? List.of()
                            : canary.flights().stream().map(FlightLine::of).toList());
        }
    }

    /** One canary. */
    public record FlightLine(String sentAt, String outcome, String mood, String detail) {

        static FlightLine of(Flight flight) {
            return new FlightLine(
                    Words.exactMoment(flight.sentAt(), ZoneOffset.UTC),
                    inWords(flight.outcome()),
                    mood(flight.outcome()),
                    flight.reason()
                            .or(() -> flight.took().map(FlightLine::took))
                            .orElse(""));
        }

        private static String took(Duration time) {
            return time.compareTo(Duration.ofSeconds(1)) < 0 ? "within a second" : "after " + time.toSeconds() + " s";
        }

        private static String inWords(Flight.Outcome outcome) {
            return switch (outcome) {
                case ON_ITS_WAY -> "on its way";
                case ARRIVED -> "arrived";
                case ARRIVED_LATE -> "arrived too late";
                case MISSED -> "missed";
                case NOT_SENT -> "not sent";
            };
        }

        private static String mood(Flight.Outcome outcome) {
            return switch (outcome) {
                case ON_ITS_WAY -> "none";
                case ARRIVED -> "good";
                case ARRIVED_LATE, MISSED, NOT_SENT -> "bad";
            };
        }
    }
}
