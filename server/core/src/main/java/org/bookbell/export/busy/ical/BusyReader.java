package org.bookbell.export.busy.ical;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.Component;
import org.bookbell.export.busy.ical.line.Components;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Reads when somebody is busy. Events that are transparent or cancelled are not, nor are appointments of our own. */
public final class BusyReader {

    /** What our own feeds and invitations call appointments. */
    private static final Pattern OWN = Pattern.compile("[0-9A-Z]{13}@bookbell");

    private final ZoneId zone;
    private final Budget budget;
    private final Spans spans;
    private final Map<String, Exceptions> replaced = new HashMap<>();

    private BusyReader(ZoneId zone, TimeSlot window, Budget budget) {
        this.zone = zone;
        this.budget = budget;
        this.spans = new Spans(window, budget);
    }

    /**
     * The busy times within a window, by start, in whole minutes; what overlaps or touches is one.
     *
     * @param zone of dates, and of times without a zone
     * @throws UnreadableCalendar if anything in it is not understood
     */
    public static List<TimeSlot> read(byte[] calendar, ZoneId zone, TimeSlot window) throws UnreadableCalendar {
        return read(calendar, zone, window, new Budget());
    }

    static List<TimeSlot> read(byte[] calendar, ZoneId zone, TimeSlot window, Budget budget) throws UnreadableCalendar {
        var reader = new BusyReader(zone, window, budget);
        for (var each : Components.read(calendar, budget)) {
            reader.read(each);
        }
        return reader.spans.joined();
    }

    private void read(Component calendar) throws UnreadableCalendar {
        var lastYear = LocalDateTime.ofInstant(spans.window().endExclusive(), ZoneOffset.UTC)
                        .getYear()
                + 1;
        var moments = new Moments(new Zones(zone, calendar.children("VTIMEZONE").toList(), lastYear, budget));
        var events = calendar.children("VEVENT").toList();
        for (var event : events) {
            noteReplaced(event, moments);
        }
        for (var event : events) {
            add(event, moments);
        }
        for (var freeBusy : calendar.children("VFREEBUSY").toList()) {
            addPeriods(freeBusy, moments);
        }
        replaced.clear();
    }

    private void noteReplaced(Component event, Moments moments) throws UnreadableCalendar {
        var id = event.find("RECURRENCE-ID");
        if (id.isEmpty()) {
            return;
        }
        if (!id.get().parameter("RANGE").isEmpty()) {
            throw id.get().fault("changes a whole rest of a series, which is not understood");
        }
        replaced.computeIfAbsent(uid(event), any -> new Exceptions()).add(moments.one(id.get()));
    }

    private void add(Component event, Moments moments) throws UnreadableCalendar {
        var isOneOfSeries = event.find("RECURRENCE-ID").isPresent();
        var exceptions = isOneOfSeries ? new Exceptions() : replaced.getOrDefault(uid(event), new Exceptions());
        var times = new Event(event, moments, exceptions);
        if (isBusy(event)) {
            times.addTo(spans, budget);
        }
    }

    private static boolean isBusy(Component event) {
        return !event.says("TRANSP", "TRANSPARENT")
                && !event.says("STATUS", "CANCELLED")
                && !event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
                && !OWN.matcher(uid(event)).matches();
    }

    private static String uid(Component event) {
        return event.find("UID").map(ContentLine::value).orElse("");
    }

    private void addPeriods(Component freeBusy, Moments moments) throws UnreadableCalendar {
        for (var line : freeBusy.all("FREEBUSY")) {
            if (line.parameter("FBTYPE").toUpperCase(Locale.ROOT).equals("FREE")) {
                continue;
            }
            for (var value : line.value().split(",", -1)) {
                var period = Period.of(line, value.strip(), moments);
                spans.add(line.number(), period.start().instant(), period.end());
            }
        }
    }
}
