package org.bookbell.export.busy.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.Component;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** A zone that a calendar defines itself (RFC 5545, 3.6.5): the onsets of its observances, one after the other. */
final class DefinedZone {

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");
    private static final int MOST_ONSETS = 4_000;
    private static final int LARGEST_HOUR = 17;
    private static final int LARGEST_MINUTE = 59;

    private final Component definition;
    private final LocalDateTime end;
    private final Budget budget;
    private final List<Onset> onsets = new ArrayList<>();

    DefinedZone(Component definition, int lastYear, Budget budget) {
        this.definition = definition;
        this.end = LocalDateTime.of(lastYear + 1, 1, 1, 0, 0);
        this.budget = budget;
    }

    private record Onset(Instant at, ZoneOffset from, ZoneOffset to) {}

    ZoneRules rules() throws UnreadableCalendar {
        for (var observance : definition.children()) {
            add(observance);
        }
        if (onsets.isEmpty()) {
            throw new UnreadableCalendar(definition.line(), "the time zone has no STANDARD and no DAYLIGHT");
        }
        onsets.sort(Comparator.comparing(Onset::at));
        var before = onsets.get(0).from();
        var changes = new ArrayList<ZoneOffsetTransition>();
        var offset = before;
        for (var onset : onsets) {
            if (!onset.to().equals(offset)) {
                changes.add(ZoneOffsetTransition.of(
                        LocalDateTime.ofEpochSecond(onset.at().getEpochSecond(), 0, offset), offset, onset.to()));
                offset = onset.to();
            }
        }
        return ZoneRules.of(before, before, List.of(), changes, List.of());
    }

    private void add(Component observance) throws UnreadableCalendar {
        var from = offset(observance.get("TZOFFSETFROM"));
        var to = offset(observance.get("TZOFFSETTO"));
        var moments = new Moments(new Zones(from, List.of(), end.getYear(), budget));
        var start = moments.one(observance.get("DTSTART"));
        add(observance.line(), start.local(), from, to);
        for (var rule : observance.all("RRULE")) {
            Rule.of(rule, moments)
                    .forEach(start, start.local(), end, budget, local -> add(rule.number(), local, from, to));
        }
        for (var dates : observance.all("RDATE")) {
            for (var date : moments.all(dates)) {
                add(dates.number(), date.local(), from, to);
            }
        }
    }

    private void add(int line, LocalDateTime local, ZoneOffset from, ZoneOffset to) throws UnreadableCalendar {
        if (onsets.size() == MOST_ONSETS) {
            throw new UnreadableCalendar(line, "the time zone changes its clocks too often");
        }
        onsets.add(new Onset(local.toInstant(from), from, to));
    }

    private static ZoneOffset offset(ContentLine line) throws UnreadableCalendar {
        var found = OFFSET.matcher(line.value().strip());
        if (!found.matches()) {
            throw line.fault("is no offset such as +0100");
        }
        var hours = Integer.parseInt(found.group(2));
        var minutes = Integer.parseInt(found.group(3));
        var seconds = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
        if (hours > LARGEST_HOUR || minutes > LARGEST_MINUTE || seconds > LARGEST_MINUTE) {
            throw line.fault("is too large");
        }
        var sign = found.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutesSeconds(sign * hours, sign * minutes, sign * seconds);
    }
}
