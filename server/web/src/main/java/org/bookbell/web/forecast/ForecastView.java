package org.bookbell.web.forecast;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bookbell.dispatch.forecast.ForecastDay;
import org.bookbell.dispatch.forecast.ForecastLine;
import org.bookbell.dispatch.forecast.ForecastLine.Obstacle;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/**
 * The page of the next seven days, in the organization's zone.
 *
 * @param groups the lines of this page by day
 * @param nextPath where the lines after these are; empty at the end
 */
public record ForecastView(List<DayLine> days, List<Group> groups, String nextPath) {

    /** How many messages a day has. */
    public record DayLine(String day, long planned, long skipped) {

        static DayLine of(ForecastDay day) {
            return new DayLine(Words.shortDay(day.day()), day.planned(), day.skipped());
        }
    }

    /** The messages of a day. */
    public record Group(String day, List<Line> lines) {}

    /** A message. */
    public record Line(
            String path,
            String time,
            String moved,
            String kind,
            String to,
            String address,
            String about,
            boolean willBeSent,
            String reason) {

        static Line of(ForecastLine line, ZoneId zone, String root) {
            var message = line.message();
            return new Line(
                    root + "/messages/" + Ids.text(message.id()),
                    Words.time(message.window().dueAt(), zone),
                    line.movedFrom()
                            .map(at -> "before the quiet hours; the rule says " + Words.moment(at, zone))
                            .orElse(""),
                    kind(message.kind().name()) + " by "
                            + (message.channel().name().equals("SMS") ? "SMS" : "e-mail"),
                    message.facts().to().name(),
                    message.to().address().orElse(""),
                    message.appointmentStart().map(at -> Words.moment(at, zone)).orElse(""),
                    line.willBeSent(),
                    line.obstacle().map(Obstacle::words).orElse(""));
        }

        private static String kind(String name) {
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    static List<Group> groups(List<ForecastLine> lines, ZoneId zone, String root) {
        var groups = new ArrayList<Group>();
        LocalDate last = null;
        for (var line : lines) {
            var day = LocalDate.ofInstant(line.message().window().dueAt(), zone);
            if (!day.equals(last)) {
                groups.add(new Group(Words.day(day), new ArrayList<>()));
                last = day;
            }
            groups.get(groups.size() - 1).lines().add(Line.of(line, zone, root));
        }
        return groups;
    }
}
