package org.bookbell.export.busy.ical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.Component;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/**
 * The zones that a calendar names. What Java knows by that name is taken from Java, whose rules are whole and new while
 * those in calendars often cover a year; then what the calendar itself defines, then the names of Windows.
 */
final class Zones {

    private static final Set<String> JAVA = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Map<String, String> WINDOWS = windows();

    private final ZoneRules usual;
    private final Map<String, ZoneRules> known = new HashMap<>();
    private final Map<String, Component> defined = new HashMap<>();
    private final Budget budget;
    private final int lastYear;

    /**
     * Those of a calendar.
     *
     * @param usual of times without one
     * @param definitions its VTIMEZONE components
     */
    Zones(ZoneId usual, List<Component> definitions, int lastYear, Budget budget) {
        this.usual = usual.getRules();
        this.budget = budget;
        this.lastYear = lastYear;
        definitions.forEach(each -> each.find("TZID").ifPresent(id -> defined.put(bare(id.value()), each)));
    }

    ZoneRules usual() {
        return usual;
    }

    /** The zone named {@code id}; the usual one for no name. */
    ZoneRules of(ContentLine line, String id) throws UnreadableCalendar {
        if (id.isBlank()) {
            return usual;
        }
        var name = bare(id);
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        var rules = find(line, name);
        known.put(name, rules);
        return rules;
    }

    private ZoneRules find(ContentLine line, String name) throws UnreadableCalendar {
        var known = ofJava(name);
        if (known.isPresent()) {
            return known.get();
        }
        var definition = defined.get(name);
        if (definition != null) {
            return new DefinedZone(definition, lastYear, budget).rules();
        }
        return Optional.ofNullable(WINDOWS.get(name))
                .flatMap(Zones::ofJava)
                .orElseThrow(() -> line.fault("has a time zone that is neither known nor defined here"));
    }

    /** By the whole name, or by its end: some put their own address and a version before it. */
    private static Optional<ZoneRules> ofJava(String name) {
        for (var end = name; ; end = end.substring(end.indexOf('/') + 1)) {
            if (JAVA.contains(end)) {
                return Optional.of(ZoneId.of(end).getRules());
            }
            if (end.indexOf('/') < 0) {
                return offset(name);
            }
        }
    }

    private static Optional<ZoneRules> offset(String name) {
        if (!name.startsWith("UTC") && !name.startsWith("GMT")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name).getRules());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static String bare(String id) {
        return id.strip().replace("\"", "");
    }

    private static Map<String, String> windows() {
        var names = Zones.class.getResourceAsStream("windows-zones.txt");
        try (var reader = new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(names, "windows-zones.txt"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
