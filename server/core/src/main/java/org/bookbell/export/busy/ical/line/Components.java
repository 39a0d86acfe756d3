package org.bookbell.export.busy.ical.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the components of a calendar (RFC 5545, 3.4 and 3.6). */
public final class Components {

    private static final int DEEPEST = 8;
    private static final Set<String> WANTED =
            Set.of("VCALENDAR", "VEVENT", "VFREEBUSY", "VTIMEZONE", "STANDARD", "DAYLIGHT");

    private final Lines lines;
    private final Budget budget;
    private final List<Component> calendars = new ArrayList<>();
    private final Deque<Component> open = new ArrayDeque<>();

    private Components(Lines lines, Budget budget) {
        this.lines = lines;
        this.budget = budget;
    }

    /** The calendars of a text, which must be whole. */
    public static List<Component> read(byte[] text, Budget budget) throws UnreadableCalendar {
        var components = new Components(new Lines(text), budget);
        components.readAll();
        return components.calendars;
    }

    private void readAll() throws UnreadableCalendar {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read(line.get());
        }
        if (!open.isEmpty()) {
            throw new UnreadableCalendar(lines.number(), "the calendar ends before its END:VCALENDAR");
        }
        if (calendars.isEmpty()) {
            throw new UnreadableCalendar(1, "this is no iCalendar: it does not begin with BEGIN:VCALENDAR");
        }
    }

    private void read(ContentLine line) throws UnreadableCalendar {
        if (open.isEmpty() && !(line.name().equals("BEGIN") && line.says("VCALENDAR"))) {
            throw new UnreadableCalendar(
                    line.number(), "this is no iCalendar: BEGIN:VCALENDAR is missing before this line");
        }
        switch (line.name()) {
            case "BEGIN" -> begin(line);
            case "END" -> end(line);
            default -> open.element().add(line);
        }
    }

    private void begin(ContentLine line) throws UnreadableCalendar {
        if (open.size() == DEEPEST) {
            throw new UnreadableCalendar(line.number(), "components are nested too deeply");
        }
        var component = new Component(name(line), line.number());
        if (component.is("VEVENT") || component.is("VFREEBUSY")) {
            budget.event(line.number());
        }
        open.push(component);
    }

    private void end(ContentLine line) throws UnreadableCalendar {
        if (!open.element().is(name(line))) {
            throw new UnreadableCalendar(
                    line.number(),
                    "END does not fit BEGIN in line " + open.element().line());
        }
        var ended = open.pop();
        if (open.isEmpty()) {
            calendars.add(ended);
        } else if (WANTED.stream().anyMatch(ended::is)) {
            open.element().add(ended);
        }
    }

    private static String name(ContentLine line) {
        return line.value().strip().toUpperCase(Locale.ROOT);
    }
}
