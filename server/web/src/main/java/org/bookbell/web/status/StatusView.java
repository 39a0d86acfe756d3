package org.bookbell.web.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bookbell.status.ChannelFigures;
import org.bookbell.status.FreeOfCharge;
import org.bookbell.status.GatewayFigures;
import org.bookbell.status.Incident;
import org.bookbell.status.Status;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/**
 * What the status page shows; all times are UTC.
 *
 * @param summary one sentence for all
 * @param isWell whether no incident lasts
 */
public record StatusView(
        String summary,
        boolean isWell,
        String asOf,
        List<ChannelLine> channels,
        List<GatewayLine> gateways,
        List<String> freeOfCharge,
        List<IncidentLine> incidents) {

    /** How promptly the reminders of a channel went out in the last day. */
    public record ChannelLine(String channel, long sent, long onTime) {

        static ChannelLine of(ChannelFigures figures) {
            return new ChannelLine(inWords(figures.channel()), figures.sent(), figures.percent());
        }
    }

    /** What a gateway did in the last day. */
    public record GatewayLine(
            String gateway, String channel, long taken, long delivered, long undelivered, long unknown) {

        static GatewayLine of(GatewayFigures figures) {
            return new GatewayLine(
                    figures.gateway(),
                    inWords(figures.channel()),
                    figures.taken(),
                    figures.percent(figures.delivered()),
                    figures.percent(figures.undelivered()),
                    figures.percent(figures.unknown()));
        }
    }

    /** An incident with everything that was said of it. */
    public record IncidentLine(
            String id, String title, boolean isOpen, String times, String next, List<WordLine> words) {

        static IncidentLine of(Incident incident, Instant now) {
            var title = "The gateway " + incident.gateway()
                    + (incident.destination().isEmpty() ? "" : " to " + incident.destination())
                    + (incident.isOpen() ? " does not bring what it takes" : " did not bring what it took");
            var times = "In doubt since " + utc(incident.suspectFrom()) + ", known since " + utc(incident.openedAt())
                    + incident.closedAt()
                            .map(end -> (incident.isWithdrawn() ? ", used no more since " : ", over since ") + utc(end))
                            .orElse("")
                    + ".";
            return new IncidentLine(
                    Ids.text(incident.id()),
                    title,
                    incident.isOpen(),
                    times,
                    incident.isOpen() ? "Next word by " + utc(incident.nextWordBy(now)) + "." : "",
                    incident.words().stream()
                            .map(word -> new WordLine(utc(word.saidAt()), word.words()))
                            .toList());
        }
    }

    /** What an operator said, and when. */
    public record WordLine(String at, String words) {}

    static StatusView of(Status status, List<Incident> incidents, Instant now) {
        boolean isWell = incidents.stream().noneMatch(Incident::isOpen);
        return new StatusView(
                isWell
                        ? "Messages are sent and arrive as usual."
                        : "A gateway takes messages and does not bring them. They go over another one.",
                isWell,
                utc(status.asOf()),
                status.channels().stream().map(ChannelLine::of).toList(),
                status.gateways().stream().map(GatewayLine::of).toList(),
                status.freeOfCharge().stream().map(StatusView::inWords).toList(),
                incidents.stream().map(each -> IncidentLine.of(each, now)).toList());
    }

    private static String inWords(String channel) {
        return channel.equals("SMS") ? "SMS" : "e-mail";
    }

    private static String inWords(FreeOfCharge free) {
        return "Text messages" + free.gateway().map(name -> " over " + name).orElse("")
                + " have been free of charge since " + utc(free.since())
                + free.until().map(end -> ", until " + utc(end)).orElse(", until further notice") + ".";
    }

    static String utc(Instant instant) {
        return Words.moment(instant, ZoneOffset.UTC) + " UTC";
    }
}
