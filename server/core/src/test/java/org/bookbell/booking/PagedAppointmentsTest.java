package org.bookbell.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.booking.PagedAppointments.SIZE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year of a big organization is read a page at a time. */
class PagedAppointmentsTest {

    private static final Instant START = Instant.parse("2026-11-03T09:00:00Z");
    private static final AppointmentFilter ALL = AppointmentFilter.between(START, START.plus(Duration.ofDays(366)));
    private static final int ROWS = 2 * SIZE + 100;

    private final BookingFixture house = BookingFixture.h2();
    private final Staff anna = house.aStaffMember("Anna");
    private final Staff ben = house.aStaffMember("Ben");
    private final Service massage = house.aService(anna, ben);
    private final PagedAppointments pages = new PagedAppointments(house.booking);

    /** Four at a time, two with Anna and two with Ben. */
    @BeforeEach
    void book() {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var i = 0; i < ROWS; i++) {
            rows.add(row(i % 2 == 0 ? anna : ben, START.plus(Duration.ofHours(i / 4)), "BOOKED"));
        }
        rows.add(row(anna, START, "HELD"));
        rows.add(row(anna, START.minusSeconds(1), "BOOKED"));
        rows.add(row(anna, ALL.to(), "BOOKED"));
        house.write(rows);
    }

    private @Nullable Object[] row(Staff staff, Instant start, String status) {
        return house.row(massage, staff, start, status);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void all_are_read_in_order_and_none_twice_in_pages_of_a_size() {
        var read = house.in(() -> pages.read(house.organizationId(), ALL).toList());

        assertThat(read).extracting(List::size).containsExactly(SIZE, SIZE, 100);
        assertThat(read.stream().flatMap(List::stream))
                .hasSize(ROWS)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) ->
                        one.time().startInclusive().compareTo(other.time().startInclusive()));
    }

    @Test
    void a_page_is_read_when_it_is_asked_for() {
        house.in(() -> {
            var read = pages.read(house.organizationId(), ALL).iterator();

            assertThat(read.next()).hasSize(SIZE);
            house.database.sql().update("DELETE FROM appointment");

            assertThat(read.hasNext()).isFalse();
        });
    }

    @Test
    void a_filter_and_a_limit_are_the_database_s_work() {
        var ofBen = ALL.of(Optional.of(ben.id()), Optional.empty());

        var first = list(ofBen, Optional.empty(), 3);
        var next = list(ofBen, Optional.of(AppointmentCursor.at(first.get(2))), 3);

        assertThat(first).hasSize(3).allMatch(each -> each.staffId() == ben.id());
        assertThat(next).hasSize(3).allMatch(each -> each.staffId() == ben.id()).doesNotContainAnyElementsOf(first);
        assertThat(first).extracting(each -> each.time().startInclusive()).containsExactly(START, START, hour(1));
        assertThat(next).extracting(each -> each.time().startInclusive()).containsExactly(hour(1), hour(2), hour(2));
    }

    @Test
    void a_client_s_are_found_among_all() {
        var booked = house.book(massage, anna, Instant.parse("2027-03-01T10:00:00Z"));
        long client = booked.clientId().orElseThrow();

        var theirs = list(ALL.of(Optional.empty(), Optional.of(client)), Optional.empty(), 10);

        assertThat(theirs).extracting(Appointment::id).containsExactly(booked.id());
    }

    @Test
    void a_cursor_from_before_the_range_does_not_widen_it() {
        var longAgo = new AppointmentCursor(START.minus(Duration.ofDays(9)), 1);

        assertThat(list(ALL, Optional.of(longAgo), 1))
                .extracting(each -> each.time().startInclusive())
                .containsExactly(START);
    }

    private List<Appointment> list(AppointmentFilter filter, Optional<AppointmentCursor> after, int limit) {
        return house.in(() -> house.booking.list(house.organizationId(), filter, after, limit));
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }
}
