package org.bookbell.web.forecast;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.forecast.ForecastDay;
import org.bookbell.dispatch.forecast.ForecastLine;
import org.bookbell.dispatch.forecast.ForecastLine.Obstacle;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** The forecast as the API shows it. */
record ForecastJson(String zone, List<DayJson> days, List<LineJson> items, Optional<String> next) {

    /** How many messages a day has, as planned. */
    record DayJson(LocalDate day, long planned, long notToBeSent) {}

    /** Whom a message tells. */
    record ToJson(Audience kind, String id, Optional<String> address) {}

    /** A message and what would become of it. */
    record LineJson(
            String message,
            Optional<String> appointment,
            MessageKind kind,
            String channel,
            ToJson to,
            String dueAt,
            Optional<String> movedFrom,
            Optional<String> appointmentStart,
            boolean willBeSent,
            Optional<String> reasonCode,
            Optional<String> reason) {

        static LineJson of(ForecastLine line, ZoneId zone) {
            var message = line.message();
            return new LineJson(
                    Ids.text(message.id()),
                    message.appointmentId().map(Ids::text),
                    message.kind(),
                    message.channel().name(),
                    new ToJson(
                            message.to().kind(),
                            Ids.text(message.to().id()),
                            message.to().address()),
                    Times.text(message.window().dueAt(), zone),
                    line.movedFrom().map(at -> Times.text(at, zone)),
                    message.appointmentStart().map(at -> Times.text(at, zone)),
                    line.willBeSent(),
                    line.obstacle().map(Obstacle::code),
                    line.obstacle().map(Obstacle::words));
        }
    }

    static ForecastJson of(ZoneId zone, List<ForecastDay> days, List<ForecastLine> lines, Optional<String> next) {
        return new ForecastJson(
                zone.getId(),
                days.stream()
                        .map(each -> new DayJson(each.day(), each.planned(), each.skipped()))
                        .toList(),
                lines.stream().map(each -> LineJson.of(each, zone)).toList(),
                next);
    }
}
