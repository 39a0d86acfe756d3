package org.bookbell.export.busy.ical.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands between a BEGIN and its END, of its properties only those that tell times. */
public final class Component {

    private static final Set<String> TELLING = Set.of(
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "EXRULE",
            "RECURRENCE-ID",
            "TRANSP",
            "STATUS",
            "UID",
            "FREEBUSY",
            "TZID",
            "TZOFFSETFROM",
            "TZOFFSETTO",
            "X-MICROSOFT-CDO-BUSYSTATUS");

    private final String name;
    private final int line;
    private final List<ContentLine> properties = new ArrayList<>();
    private final List<Component> children = new ArrayList<>();

    Component(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void add(ContentLine property) {
        if (TELLING.contains(property.name())) {
            properties.add(property);
        }
    }

    void add(Component child) {
        children.add(child);
    }

    boolean is(String what) {
        return name.equals(what);
    }

    /** The number of its BEGIN. */
    public int line() {
        return line;
    }

    public List<Component> children() {
        return children;
    }

    public Stream<Component> children(String what) {
        return children.stream().filter(child -> child.is(what));
    }

    public List<ContentLine> all(String property) {
        return properties.stream().filter(each -> each.name().equals(property)).toList();
    }

    public Optional<ContentLine> find(String property) {
        return properties.stream().filter(each -> each.name().equals(property)).findFirst();
    }

    public ContentLine get(String property) throws UnreadableCalendar {
        return find(property).orElseThrow(() -> new UnreadableCalendar(line, property + " is missing"));
    }

    public boolean says(String property, String word) {
        return find(property).filter(found -> found.says(word)).isPresent();
    }
}
