package org.bookbell.export.busy.ical;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Collects busy times within a window, in whole minutes, and joins what touches. */
final class Spans {

    private final TimeSlot window;
    private final Budget budget;
    private final List<TimeSlot> spans = new ArrayList<>();

    Spans(TimeSlot window, Budget budget) {
        this.window = window;
        this.budget = budget;
    }

    TimeSlot window() {
        return window;
    }

    /** What lies outside the window or lasts no time is left out. */
    void add(int line, Instant start, Instant end) throws UnreadableCalendar {
        var from = later(start.truncatedTo(ChronoUnit.MINUTES), window.startInclusive());
        var to = earlier(ceiling(end), window.endExclusive());
        if (start.isBefore(end) && from.isBefore(to)) {
            budget.time(line);
            spans.add(new TimeSlot(from, to));
        }
    }

    private static Instant ceiling(Instant end) {
        var minute = end.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(end) ? end : minute.plus(1, ChronoUnit.MINUTES);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** By start, apart from each other unless one would be longer than a time block may be. */
    List<TimeSlot> joined() {
        var joined = new ArrayList<TimeSlot>();
        spans.sort(Comparator.comparing(TimeSlot::startInclusive));
        var i = 0;
        while (i < spans.size()) {
            var start = spans.get(i).startInclusive();
            var end = spans.get(i).endExclusive();
            for (i++; i < spans.size() && !spans.get(i).startInclusive().isAfter(end); i++) {
                end = later(end, spans.get(i).endExclusive());
            }
            cut(start, end, joined);
        }
        return joined;
    }

    private static void cut(Instant start, Instant end, List<TimeSlot> into) {
        var from = start;
        while (from.isBefore(end)) {
            var to = earlier(end, from.plus(TimeBlock.LONGEST));
            into.add(new TimeSlot(from, to));
            from = to;
        }
    }
}
