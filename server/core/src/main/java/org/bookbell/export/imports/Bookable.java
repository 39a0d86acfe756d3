package org.bookbell.export.imports;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.storage.Ids;

/** The active services and staff of an organization, as lines of a file name them: by id, or by a name that is unique. */
final class Bookable {

    private final Map<String, List<Named>> services;
    private final Map<String, List<Named>> staff;

    /**
     * A service or a staff member.
     *
     * @param duration how long the service takes
     * @param staffIds who gives the service
     */
    record Named(long id, Duration duration, List<Long> staffIds) {}

    private Bookable(Map<String, List<Named>> services, Map<String, List<Named>> staff) {
        this.services = services;
        this.staff = staff;
    }

    static Bookable of(List<Service> services, List<Staff> staff) {
        return new Bookable(
                byName(
                        services.stream().filter(Service::isActive).toList(),
                        Service::name,
                        each -> new Named(each.id(), each.times().duration(), List.copyOf(each.staffIds()))),
                byName(
                        staff.stream().filter(Staff::isActive).toList(),
                        Staff::name,
                        each -> new Named(each.id(), Duration.ZERO, List.of())));
    }

    /** The service that the line names; empty where it names none, which is told. */
    Optional<Named> service(CsvLine line, FaultList faults) {
        return find(services, line, Field.SERVICE, faults);
    }

    /** Who gives {@code service}: whom the line names, or the only one there is. */
    Optional<Long> staff(CsvLine line, Named service, FaultList faults) {
        if (line.find(Field.STAFF).isEmpty() && service.staffIds().size() == 1) {
            return Optional.of(service.staffIds().get(0));
        }
        var found = find(staff, line, Field.STAFF, faults).map(Named::id);
        var gives = found.filter(service.staffIds()::contains);
        if (found.isPresent() && gives.isEmpty()) {
            faults.add("lines", line.number(), Field.STAFF.heading(), "This staff member does not give the service.");
        }
        return gives;
    }

    private static Optional<Named> find(Map<String, List<Named>> all, CsvLine line, Field field, FaultList faults) {
        var named = line.find(field).map(Bookable::key).map(key -> all.getOrDefault(key, List.of()));
        var found = named.orElse(List.of());
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        faults.add(
                "lines",
                line.number(),
                field.heading(),
                named.isEmpty()
                        ? "A value is missing."
                        : found.isEmpty()
                                ? "No active " + field.heading() + " has this name or id."
                                : "More than one " + field.heading() + " has this name; write the id.");
        return Optional.empty();
    }

    private static <T> Map<String, List<Named>> byName(
            List<T> all, Function<T, String> name, Function<T, Named> named) {
        var byName = new HashMap<String, List<Named>>();
        for (var each : all) {
            var value = named.apply(each);
            byName.merge(key(name.apply(each)), List.of(value), Bookable::both);
            byName.merge(key(Ids.text(value.id())), List.of(value), Bookable::both);
        }
        return byName;
    }

    private static List<Named> both(List<Named> one, List<Named> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
