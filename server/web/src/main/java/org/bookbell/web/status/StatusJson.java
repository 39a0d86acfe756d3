package org.bookbell.web.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bookbell.status.FreeOfCharge;
import org.bookbell.status.GatewayFigures;
import org.bookbell.status.Incident;
import org.bookbell.status.Status;
import org.bookbell.web.answer.Times;

/** How the server does, as the API shows it. */
record StatusJson(
        String asOf,
        long onTimePercent,
        List<ChannelJson> channels,
        List<GatewayJson> gateways,
        List<FreeOfChargeJson> freeOfCharge,
        List<IncidentJson> incidents) {

    /** How promptly the reminders of a channel went out in the last 24 hours. */
    record ChannelJson(String channel, long sent, long onTimePercent) {}

    /** A time that lasts and in which text messages cost nothing, over one gateway or over any. */
    record FreeOfChargeJson(Optional<String> gateway, String since, Optional<String> until) {

        static FreeOfChargeJson of(FreeOfCharge free) {
            return new FreeOfChargeJson(
                    free.gateway(),
                    Times.text(free.since(), ZoneOffset.UTC),
                    free.until().map(end -> Times.text(end, ZoneOffset.UTC)));
        }
    }

    /** What a gateway did in the last 24 hours. */
    record GatewayJson(
            String gateway,
            String channel,
            long taken,
            long deliveredPercent,
            long undeliveredPercent,
            long unknownPercent,
            long onTimePercent) {

        static GatewayJson of(GatewayFigures figures) {
            return new GatewayJson(
                    figures.gateway(),
                    figures.channel(),
                    figures.taken(),
                    figures.percent(figures.delivered()),
                    figures.percent(figures.undelivered()),
                    figures.percent(figures.unknown()),
                    figures.reminders().percent());
        }
    }

    static StatusJson of(Status status, List<Incident> incidents, Instant now) {
        return new StatusJson(
                Times.text(status.asOf(), ZoneOffset.UTC),
                status.onTime(),
                status.channels().stream()
                        .map(each -> new ChannelJson(each.channel(), each.sent(), each.percent()))
                        .toList(),
                status.gateways().stream().map(GatewayJson::of).toList(),
                status.freeOfCharge().stream().map(FreeOfChargeJson::of).toList(),
                incidents.stream().map(each -> IncidentJson.of(each, now)).toList());
    }
}
