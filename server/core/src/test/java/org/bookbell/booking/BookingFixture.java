package org.bookbell.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.booking.message.Facts;
import org.bookbell.booking.message.LiveAppointments;
import org.bookbell.booking.message.SelfLinks;
import org.bookbell.booking.slot.CalendarLock;
import org.bookbell.booking.slot.Holds;
import org.bookbell.booking.slot.SlotChoice;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.TestCalendars;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.offer.TestOffers;
import org.bookbell.client.ClientDetails;
import org.bookbell.client.ClientFile;
import org.bookbell.client.Clients;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.organization.Locations;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.ServerKey;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Booking with everything behind it, on a database, without a container. */
public final class BookingFixture implements AutoCloseable {

    public static final Actor DESK = Actor.member(7);

    public final TestDatabase database;
    public final TestCalendars calendars;
    public final PlanningFixture messages;
    public final Appointments appointments;
    public final SelfLinks links;
    public final Booking booking;
    public final Holds holds;
    public final Clients clients;
    public final ClientFile file;
    public final BookedElsewhere elsewhere;
    public final BookedAppointments live;

    private BookingFixture(TestDatabase database) {
        this.database = database;
        calendars = TestCalendars.on(database);
        messages = PlanningFixture.on(database);
        var entities = database.entityManager();
        var organizations = new Organizations(entities);
        clients = new Clients(entities);
        file = new ClientFile(
                entities,
                organizations,
                clients,
                database.ids(),
                database.clock(),
                database.audit(),
                new RecordedEvents<>());
        var offers = new TestOffers(calendars);
        appointments = new Appointments(entities);
        links = new SelfLinks(ServerKey.of(new byte[32]), appointments);
        var lock = new CalendarLock(database.sql(), database.clock());
        var slots = new SlotChoice(
                calendars.services,
                calendars.staffList,
                offers.availability,
                offers.nextFree,
                lock,
                appointments,
                database.ids(),
                database.clock());
        var facts = new Facts(
                organizations, new Locations(entities), calendars.services, calendars.staffList, clients, links);
        booking = new Booking(
                appointments,
                slots,
                new Guests(clients, file),
                facts,
                messages.planning,
                database.audit(),
                database.clock());
        elsewhere = new BookedElsewhere(slots, lock, facts, messages.planning, database.audit());
        live = new LiveAppointments(appointments, facts);
        holds = new Holds(slots, appointments, database.audit(), database.clock());
    }

    public static BookingFixture h2() {
        return on(TestDatabase.h2());
    }

    public static BookingFixture on(TestDatabase database) {
        return new BookingFixture(database);
    }

    public void in(Runnable work) {
        database.inTransaction(work);
    }

    public long organizationId() {
        return calendars.organization.id();
    }

    public <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    /** Somebody who works every day from 8 to 20 o'clock. */
    public Staff aStaffMember(String name) {
        var staff = calendars.aStaffMember(name);
        calendars.works(staff, WeeklyHours.daily(LocalRange.of("08:00", "20:00")));
        return staff;
    }

    /** An hour with a gap of 15 minutes after it, on a grid of 15 minutes. */
    public Service aService(Staff... givenBy) {
        return calendars.aService(new ServiceTimes(60, 15, 15, 0, 365), givenBy);
    }

    public static SlotWish aSlot(Service service, Staff staff, Instant start) {
        return new SlotWish(service.id(), Optional.of(staff.id()), start, BookingSource.PUBLIC, true);
    }

    public static Guest aGuest(int number) {
        return new Guest.Introduced(ClientDetails.of(
                "Guest " + number, "guest" + number + "@mail.example", "+4915112345" + (100 + number)));
    }

    public Appointment book(Service service, Staff staff, Instant start) {
        return book(aSlot(service, staff, start), aGuest(1));
    }

    public Appointment book(SlotWish slot, Guest guest) {
        return in(() -> booking.book(
                Actor.visitor(), organizationId(), new NewAppointment(slot, guest, Optional.of("by the window"))));
    }

    public Appointment read(Appointment appointment) {
        return in(() -> appointments.get(organizationId(), appointment.id()));
    }

    /** The states of an appointment's messages, as "KIND CHANNEL RECIPIENT STATE", sorted. */
    public List<String> messagesOf(Appointment appointment) {
        return in(() -> database.sql()
                .list(
                        "SELECT kind, channel, recipient_kind, state FROM message WHERE appointment_id = ?"
                                + " ORDER BY occurrence, kind, channel, recipient_kind, due_at",
                        row -> String.join(
                                " ",
                                row.getText("kind"),
                                row.getText("channel"),
                                row.getText("recipient_kind"),
                                row.getText("state")),
                        appointment.id()));
    }

    /** How many pairs of busy times overlap in one calendar; 0 unless something was booked twice. */
    public long overlaps() {
        return in(() -> database.sql()
                .count("SELECT COUNT(*) FROM busy_time a JOIN busy_time b ON a.calendar_id = b.calendar_id"
                        + " AND a.appointment_id < b.appointment_id AND a.starts_at < b.ends_at"
                        + " AND b.starts_at < a.ends_at"));
    }

    @Override
    public void close() {
        database.close();
    }

    /** An appointment of an hour without a client, to {@link #write} past everything that booking does. */
    public @Nullable Object[] row(Service service, Staff staff, Instant start, String status) {
        return new @Nullable Object[] {
            database.ids().next(),
            organizationId(),
            service.id(),
            staff.id(),
            status,
            start,
            start.plusSeconds(3600),
            database.clock().instant(),
            database.clock().instant()
        };
    }

    /** Adds many at once. */
    public void write(List<@Nullable Object[]> rows) {
        in(() -> database.sql()
                .batch(
                        "INSERT INTO appointment (id, organization_id, service_id, staff_id, status, starts_at, ends_at,"
                                + " gap_minutes, zone, source, occurrence, token_version, created_at, changed_at,"
                                + " version) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 'Europe/Berlin', 'DESK', 0, 0, ?, ?, 0)",
                        rows));
    }
}
