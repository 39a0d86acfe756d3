package org.bookbell.export.busy.ical;

import java.time.LocalDateTime;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.Component;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** One VEVENT (RFC 5545, 3.6.1): when it takes place, however often. */
final class Event {

    private static final int EARLIER_DAYS = 2;

    private final Component component;
    private final Moments moments;
    private final Moment start;
    private final Length length;
    private final Exceptions exceptions;

    /**
     * Reads when it begins and how long it lasts.
     *
     * @param replaced times of its series that other events tell anew
     */
    Event(Component component, Moments moments, Exceptions replaced) throws UnreadableCalendar {
        this.component = component;
        this.moments = moments;
        this.start = moments.one(component.get("DTSTART"));
        this.length = length();
        this.exceptions = exceptions(replaced);
    }

    private Length length() throws UnreadableCalendar {
        var end = component.find("DTEND");
        if (end.isPresent()) {
            var length = Length.between(start, moments.one(end.get()));
            if (length.isNegative()) {
                throw end.get().fault("lies before DTSTART");
            }
            return length;
        }
        var duration = component.find("DURATION");
        if (duration.isPresent()) {
            return Length.of(duration.get(), duration.get().value().strip());
        }
        return start.isDate() ? Length.A_DAY : Length.NOTHING;
    }

    private Exceptions exceptions(Exceptions replaced) throws UnreadableCalendar {
        var all = new Exceptions();
        all.addAll(replaced);
        for (var line : component.all("EXDATE")) {
            for (var moment : moments.all(line)) {
                all.add(moment);
            }
        }
        return all;
    }

    /** Adds all times at which it takes place. */
    void addTo(Spans spans, Budget budget) throws UnreadableCalendar {
        var before = component.find("EXRULE");
        if (before.isPresent()) {
            throw before.get().fault("is no longer part of iCalendar and is not understood");
        }
        add(component.line(), start.local(), spans);
        var zone = start.zone();
        var window = spans.window();
        var from = LocalDateTime.ofInstant(window.startInclusive(), zone.getOffset(window.startInclusive()))
                .minusDays(length.mostDays() + EARLIER_DAYS);
        var to = LocalDateTime.ofInstant(window.endExclusive(), zone.getOffset(window.endExclusive()))
                .plusDays(EARLIER_DAYS);
        for (var line : component.all("RRULE")) {
            Rule.of(line, moments).forEach(start, from, to, budget, local -> add(line.number(), local, spans));
        }
        for (var line : component.all("RDATE")) {
            for (var value : line.value().split(",", -1)) {
                addDate(line, value.strip(), spans);
            }
        }
    }

    /** A date, a time, or a period with a length of its own. */
    private void addDate(ContentLine line, String value, Spans spans) throws UnreadableCalendar {
        var slash = value.indexOf('/');
        if (slash >= 0) {
            var period = Period.of(line, value, moments);
            if (!exceptions.has(period.start(), period.start().local())) {
                spans.add(line.number(), period.start().instant(), period.end());
            }
            return;
        }
        var date = moments.one(line, value);
        if (!exceptions.has(date, date.local())) {
            spans.add(line.number(), date.instant(), length.end(date, date.local()));
        }
    }

    private void add(int line, LocalDateTime local, Spans spans) throws UnreadableCalendar {
        if (!exceptions.has(start, local)) {
            spans.add(line, start.instant(local), length.end(start, local));
        }
    }
}
