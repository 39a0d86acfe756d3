package org.bookbell.export.busy.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/** Times of a series that are not to be taken: called off by EXDATE, or told anew by an event of their own. */
final class Exceptions {

    private final Set<Instant> instants = new HashSet<>();
    private final Set<LocalDate> dates = new HashSet<>();

    void add(Moment moment) {
        if (moment.isDate()) {
            dates.add(moment.local().toLocalDate());
        } else {
            instants.add(moment.instant());
        }
    }

    void addAll(Exceptions others) {
        instants.addAll(others.instants);
        dates.addAll(others.dates);
    }

    boolean has(Moment start, LocalDateTime local) {
        return instants.contains(start.instant(local)) || dates.contains(local.toLocalDate());
    }
}
