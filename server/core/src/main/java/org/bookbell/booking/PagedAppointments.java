package org.bookbell.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads any number of appointments and never holds more than a page of them. */
@Dependent
public class PagedAppointments {

    /** How many are read at once. */
    public static final int SIZE = 500;

    private final Booking booking;

    @Inject
    public PagedAppointments(Booking booking) {
        this.booking = booking;
    }

    /**
     * Those that {@code filter} wants, by start, a page after the other: the next one is read when it is asked for, in a
     * transaction of its own. One that is moved meanwhile may be met twice or not at all.
     */
    public Stream<List<Appointment>> read(long organizationId, AppointmentFilter filter) {
        return Stream.iterate(
                page(organizationId, filter, Optional.empty()),
                page -> !page.isEmpty(),
                page -> page.size() < SIZE
                        ? List.of()
                        : page(organizationId, filter, Optional.of(AppointmentCursor.at(page.get(SIZE - 1)))));
    }

    private List<Appointment> page(long organizationId, AppointmentFilter filter, Optional<AppointmentCursor> after) {
        return booking.list(organizationId, filter, after, SIZE);
    }
}
