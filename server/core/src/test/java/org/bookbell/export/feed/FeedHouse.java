package org.bookbell.export.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.BookingFixture;
import org.bookbell.booking.slot.Move;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.client.Clients;
import org.bookbell.export.ExportFixture;
import org.bookbell.export.feed.edition.Bodies;
import org.bookbell.export.feed.edition.Body;
import org.bookbell.export.feed.edition.Edition;
import org.bookbell.export.feed.edition.Editions;
import org.bookbell.export.feed.edition.FeedText;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Feeds of a practice with two therapists; what a subscriber gets are lines of what the exporter was given. */
public final class FeedHouse implements AutoCloseable {

    public static final Actor OWNER = Actor.member(7);

    public final BookingFixture house = BookingFixture.h2();
    public final Staff anna = house.aStaffMember("Anna Weiss");
    final Staff ben = house.aStaffMember("Ben Stark");
    final Service massage = house.aService(anna, ben);
    public final FeedSetup setup;
    final Feeds feeds;
    final Editions editions;
    final Lines lines = new Lines();

    private final Bodies bodies;

    public FeedHouse() {
        var database = house.database;
        var entities = database.entityManager();
        var subjects = new FeedSubjects(new Organizations(entities), house.calendars.staffList, new Clients(entities));
        setup = new FeedSetup(database.sql(), subjects, database.ids(), database.audit(), database.clock());
        feeds = new Feeds(database.sql(), new Fetches(database.sql(), database.clock()), database.clock());
        editions = new Editions(database.sql(), database.clock());
        bodies = new Bodies(new FeedText(
                new Plugins(List.of(BundledPlugin.of(lines)), List.of(), List.of()),
                ExportFixture.exported(house),
                subjects,
                database.clock()));
    }

    public SecretFeed make(NewFeed wish) {
        return house.in(() -> setup.create(OWNER, house.organizationId(), wish));
    }

    Optional<Feed> find(SecretFeed made) {
        return house.in(() -> feeds.find(made.token()));
    }

    public Edition edition(SecretFeed made) {
        return house.in(() -> editions.current(feeds.find(made.token()).orElseThrow()));
    }

    /** What a subscriber gets now. */
    List<String> read(SecretFeed made) {
        return house.in(() -> {
            var feed = feeds.find(made.token()).orElseThrow();
            var text = new ByteArrayOutputStream();
            write(bodies.get(feed, editions.current(feed)), text);
            return text.toString(StandardCharsets.UTF_8).lines().toList();
        });
    }

    private static void write(Body body, OutputStream out) {
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Appointment book(Staff staff, String start) {
        return house.book(massage, staff, Instant.parse(start));
    }

    void cancel(Appointment appointment) {
        house.in(() -> house.booking.cancel(OWNER, house.organizationId(), appointment.id(), "ill"));
    }

    void move(Appointment appointment, Staff staff, String start) {
        var move = new Move(Instant.parse(start), Optional.of(staff.id()), Optional.empty(), false);
        house.in(() -> house.booking.reschedule(OWNER, house.organizationId(), appointment.id(), move));
    }

    void rename(Appointment appointment, String name) {
        house.in(() -> house.database
                .sql()
                .update(
                        "UPDATE client SET name = ?, version = version + 1 WHERE id = ?",
                        name,
                        appointment.clientId().orElseThrow()));
    }

    @Override
    public void close() {
        house.close();
    }

    /** Writes a line for what it is given. */
    public static final class Lines implements AppointmentExporter {

        int written;

        @Override
        public String name() {
            return "ical";
        }

        @Override
        public String label() {
            return "Lines";
        }

        @Override
        public String mediaType() {
            return "text/plain; charset=utf-8";
        }

        @Override
        public String fileExtension() {
            return "txt";
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            written++;
            var look = export.subscription().orElseThrow();
            line(out, export.title() + " in " + export.zone() + ", " + look.alarm());
            for (var each : appointments.toList()) {
                line(
                        out,
                        String.join(
                                "|",
                                each.start().toString(),
                                each.status(),
                                each.service(),
                                each.staff(),
                                each.clientName(),
                                each.clientEmail().orElse("-"),
                                each.note().orElse("-"),
                                each.location().orElse("-")));
            }
        }

        private static void line(OutputStream out, String text) throws IOException {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
