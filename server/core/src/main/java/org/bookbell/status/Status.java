package org.bookbell.status;

import java.time.Instant;
import java.util.List;

/**
 * How the server does.
 *
 * @param asOf when the figures were read
 * @param channels how promptly reminders went out in the last 24 hours, by channel
 * @param gateways what each did in the last 24 hours
 * @param freeOfCharge when and over which gateway text messages cost nothing at the moment
 */
public record Status(
        Instant asOf, List<ChannelFigures> channels, List<GatewayFigures> gateways, List<FreeOfCharge> freeOfCharge) {

    public Status {
        channels = List.copyOf(channels);
        gateways = List.copyOf(gateways);
        freeOfCharge = List.copyOf(freeOfCharge);
    }

    /** Of all reminders that were sent, how many percent went to a gateway within a minute; 100 where there were none. */
    public long onTime() {
        return new ChannelFigures(
                        "",
                        channels.stream().mapToLong(ChannelFigures::sent).sum(),
                        channels.stream().mapToLong(ChannelFigures::onTime).sum())
                .percent();
    }
}
