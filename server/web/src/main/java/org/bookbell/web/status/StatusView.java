package org.bookbell.web.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.status.ChannelFigures;
import org.bookbell.status.FreeOfCharge;
import org.bookbell.status.GatewayFigures;
import org.bookbell.status.Incident;
import org.bookbell.status.Incident.Kind;
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
            String gateway, String channel, long taken, long delivered, long undelivered, long unknown, String onTime) {

        static GatewayLine of(GatewayFigures figures) {
            return new GatewayLine(
                    figures.gateway(),
                    inWords(figures.channel()),
                    figures.taken(),
                    figures.percent(figures.delivered()),
                    figures.percent(figures.undelivered()),
                    figures.percent(figures.unknown()),
                    figures.reminders().sent() == 0 ? "–" : figures.reminders().percent() + " %");
        }
    }

    /** An incident with everything that was said of it. */
    public record IncidentLine(
            String id, String title, boolean isOpen, String times, String next, List<WordLine> words) {

        static IncidentLine of(Incident incident, Instant now) {
            return new IncidentLine(
                    Ids.text(incident.id()),
                    title(incident),
                    incident.isOpen(),
                    times(incident),
                    incident.isOpen() ? "Next word by " + utc(incident.nextWordBy(now)) + "." : "",
                    incident.words().stream()
                            .map(word -> new WordLine(utc(word.saidAt()), word.words()))
                            .toList());
        }

        private static String title(Incident incident) {
            var gateway = "The gateway " + incident.gateway()
                    + (incident.destination().isEmpty() ? "" : " to " + incident.destination());
            boolean lasts = incident.isOpen();
            return switch (incident.kind()) {
                case FAIL_OVER -> gateway + (lasts ? " does not bring what it takes" : " did not bring what it took");
                case REFUSES -> gateway + (lasts ? " takes no messages; others do" : " took no messages; others did");
                case SENDING -> lasts ? "Messages are sent late" : "Messages were sent late";
                case EMAIL -> lasts ? "E-mail cannot be sent" : "E-mail could not be sent";
            };
        }

        private static String times(Incident incident) {
            var since = incident.kind() == Incident.Kind.FAIL_OVER
                    ? "In doubt since " + utc(incident.suspectFrom()) + ", known since "
                    : "Known since ";
            return since + utc(incident.openedAt())
                    + incident.closedAt()
                            .map(end -> (incident.isWithdrawn() ? ", used no more since " : ", over since ") + utc(end))
                            .orElse("")
                    + ".";
        }
    }

    /** What an operator said, and when. */
    public record WordLine(String at, String words) {}

    static StatusView of(Status status, List<Incident> incidents, Instant now) {
        var open = incidents.stream().filter(Incident::isOpen).toList();
        return new StatusView(
                summary(open),
                open.isEmpty(),
                utc(status.asOf()),
                status.channels().stream().map(ChannelLine::of).toList(),
                status.gateways().stream().map(GatewayLine::of).toList(),
                status.freeOfCharge().stream().map(StatusView::inWords).toList(),
                incidents.stream().map(each -> IncidentLine.of(each, now)).toList());
    }

    /** What matters most first. */
    private static String summary(List<Incident> open) {
        var kinds = open.stream().map(Incident::kind).collect(Collectors.toSet());
        return kinds.isEmpty()
                ? "Messages are sent and arrive as usual."
                : Stream.of(Kind.SENDING, Kind.FAIL_OVER, Kind.REFUSES, Kind.EMAIL)
                        .filter(kinds::contains)
                        .map(StatusView::summary)
                        .collect(Collectors.joining(" "));
    }

    private static String summary(Kind kind) {
        return switch (kind) {
            case SENDING -> "Messages are due and are not sent at the moment.";
            case FAIL_OVER -> "A gateway takes messages and does not bring them. They go over another one.";
            case REFUSES -> "A gateway takes no messages. They go over another one and arrive.";
            case EMAIL -> "E-mail cannot be sent at the moment.";
        };
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
