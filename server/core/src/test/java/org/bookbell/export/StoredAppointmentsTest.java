package org.bookbell.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.StoredAppointments.SIZE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What exporters are given is read by pages of plain rows. */
class StoredAppointmentsTest {

    private static final Instant START = Instant.parse("2026-11-03T09:00:00Z");
    private static final AppointmentFilter ALL = AppointmentFilter.between(START, START.plus(Duration.ofDays(366)));
    private static final int ROWS = 2 * SIZE + 100;

    private final BookingFixture house = BookingFixture.h2();
    private final Staff anna = house.aStaffMember("Anna");
    private final Staff ben = house.aStaffMember("Ben");
    private final Service massage = house.aService(anna, ben);
    private final StoredAppointments pages = new StoredAppointments(house.database.sql());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void all_are_read_in_order_and_none_twice_in_pages_of_a_size() {
        addFourAtATime();

        var read = house.in(() -> pages.read(house.organizationId(), ALL).toList());

        assertThat(read).extracting(List::size).containsExactly(SIZE, SIZE, 100);
        assertThat(read.stream().flatMap(List::stream))
                .hasSize(ROWS)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> one.start().compareTo(other.start()));
    }

    @Test
    void holds_and_what_begins_outside_the_range_are_left_out() {
        add(row(anna, START, "HELD"), row(anna, START.minusSeconds(1), "BOOKED"), row(anna, ALL.to(), "BOOKED"));
        add(row(ben, START, "CANCELLED"));

        assertThat(list(ALL)).singleElement().matches(each -> each.staffId() == ben.id());
    }

    @Test
    void a_staff_member_s_and_a_client_s_are_found_among_all() {
        addFourAtATime();
        var booked = house.book(massage, anna, Instant.parse("2027-03-01T10:00:00Z"));

        var ofBen = list(ALL.of(Optional.of(ben.id()), Optional.empty()));
        var ofClient = list(ALL.of(Optional.empty(), booked.clientId()));

        assertThat(ofBen).hasSize(ROWS / 2).allMatch(each -> each.staffId() == ben.id());
        assertThat(ofClient).extracting(StoredAppointment::id).containsExactly(booked.id());
    }

    @Test
    void a_row_is_what_the_appointment_and_its_client_are() {
        var booked = house.book(massage, anna, Instant.parse("2027-03-01T10:00:00Z"));
        var client = house.in(() ->
                house.clients.get(house.organizationId(), booked.clientId().orElseThrow()));

        assertThat(list(ALL))
                .containsExactly(new StoredAppointment(
                        booked.id(),
                        booked.occurrence(),
                        (int) booked.version(),
                        booked.status().name(),
                        booked.time().startInclusive(),
                        booked.time().endExclusive(),
                        booked.zone().getId(),
                        massage.id(),
                        anna.id(),
                        booked.note(),
                        booked.createdAt(),
                        booked.changedAt(),
                        client.name(),
                        client.email().map(email -> email.address()),
                        client.mobile().map(number -> number.e164()),
                        client.phone().map(number -> number.e164())));
    }

    private List<StoredAppointment> list(AppointmentFilter wanted) {
        return house.in(() ->
                pages.read(house.organizationId(), wanted).flatMap(List::stream).toList());
    }

    /** Two with Anna and two with Ben each hour. */
    private void addFourAtATime() {
        add(IntStream.range(0, ROWS)
                .mapToObj(n -> row(n % 2 == 0 ? anna : ben, START.plus(Duration.ofHours(n / 4)), "BOOKED"))
                .toArray(Object[][]::new));
    }

    private void add(@Nullable Object[]... rows) {
        house.write(List.of(rows));
    }

    private @Nullable Object[] row(Staff staff, Instant start, String status) {
        return house.row(massage, staff, start, status);
    }
}
