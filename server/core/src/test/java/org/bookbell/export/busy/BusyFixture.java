package org.bookbell.export.busy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.fetch.AllowedOrigins;
import org.bookbell.export.busy.fetch.CalendarServer;
import org.bookbell.export.busy.fetch.Fetching;
import org.bookbell.export.busy.fetch.Validators;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.ServerKey;
import org.bookbell.storage.TestDatabase;

/** Outside calendars, wired by hand, with a server that has one and a practice whose people may subscribe to it. */
final class BusyFixture implements AutoCloseable {

    static final Actor DESK = Actor.member(7);

    final BookingFixture house = BookingFixture.h2();
    final TestDatabase database = house.database;
    final CalendarServer server = open();
    final long practice = house.calendars.organization.id();
    final Staff anna = house.calendars.aStaffMemberOnWorkdays("Anna");
    final Claims claims = new Claims(database.jobsDatabase(), database.jobs());
    final BusyCalendars calendars;
    final BusyFetches fetches;
    final Results results;

    BusyFixture() {
        var staffList = house.calendars.staffList;
        var organizations = new Organizations(database.entityManager());
        var clock = database.clock();
        var fetching = new Fetching(new AllowedOrigins(server.origin()), clock);
        var cipher = new AddressCipher(ServerKey.of(new byte[32]));
        var blocks = new BusyBlocks(database.sql(), database.ids(), new Calendars(database.sql()), clock);
        var letters = new FailureLetters(
                new Addressees(database.sql(), organizations),
                house.messages.alerts(),
                staffList,
                organizations,
                "https://book.example.org/");
        calendars = new BusyCalendars(
                database.sql(),
                database.ids(),
                clock,
                database.audit(),
                staffList,
                new Subscribing(cipher, blocks, fetching));
        results =
                new Results(
                        database.sql(),
                        clock,
                        database.audit(),
                        blocks,
                        new Schedule(Duration.ofMinutes(30)),
                        letters) {
                    @Override
                    public void read(Claim claim, List<TimeSlot> busy, TimeSlot window, Validators validators) {
                        database.inTransaction(() -> super.read(claim, busy, window, validators));
                    }

                    @Override
                    public void unchanged(Claim claim) {
                        database.inTransaction(() -> super.unchanged(claim));
                    }

                    @Override
                    public void failed(Claim claim, String fault, Optional<Duration> asked) {
                        database.inTransaction(() -> super.failed(claim, fault, asked));
                    }
                };
        fetches = new BusyFetches(fetching, cipher, results, clock);
    }

    private static CalendarServer open() {
        try {
            return CalendarServer.plain();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Anna subscribes to what the server has; answers the subscription's id. */
    long subscribe() {
        return database.inTransaction(() -> calendars.add(
                        DESK, practice, anna.id(), Optional.of("Private"), server.origin() + "/private-4711/basic.ics"))
                .calendar()
                .id();
    }

    BusyCalendars.Shown shown(long id) {
        return database.inTransaction(() -> calendars.get(practice, anna.id(), id));
    }

    /** Lets time pass until it is due, by the database's clock, and claims it. */
    Claim claim(long id) {
        return findClaim(id).orElseThrow();
    }

    Optional<Claim> findClaim(long id) {
        database.inTransaction(() -> database.sql()
                .update(
                        "UPDATE busy_calendar SET next_fetch_at = ? WHERE id = ?",
                        Instant.parse("2020-01-01T00:00:00Z"),
                        id));
        return claims.next();
    }

    BusyCalendars.Shown fetch(long id) {
        fetches.fetch(claim(id));
        return shown(id);
    }

    /** The server has a calendar of these events from now on. */
    void has(String... events) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\n");
        for (var event : events) {
            text.append("BEGIN:VEVENT\r\n").append(event.replace("\n", "\r\n")).append("\r\nEND:VEVENT\r\n");
        }
        server.answers("HTTP/1.1 200 OK\nETag: \"" + text.toString().hashCode() + "\"", text + "END:VCALENDAR\r\n");
    }

    long calendarVersion() {
        return house.calendars.calendarVersion(anna.id());
    }

    @Override
    public void close() throws IOException {
        server.close();
        house.close();
    }
}
