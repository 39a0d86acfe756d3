package org.bookbell.export.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.BookingFixture;
import org.bookbell.booking.slot.Move;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Invitation;
import org.bookbell.spi.export.Inviter;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.storage.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationWriterTest {

    private static final Instant START = Instant.parse("2026-11-05T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-05T11:00:00Z");

    private final BookingFixture house = BookingFixture.h2();
    private final Appointment booked = anAppointment();

    private Appointment anAppointment() {
        var ann = house.aStaffMember("Ann");
        return house.book(house.aService(ann), ann, START);
    }

    @BeforeEach
    void an_organization_that_may_invite() {
        house.in(() -> house.database.sql().update("UPDATE organization SET email = 'desk@quiet-hands.example'"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_confirmation_invites_its_client() {
        assertThat(invitationOf("CONFIRMATION"))
                .contains("REQUEST desk@quiet-hands.example guest1@mail.example " + id() + " " + START + " Ann");
    }

    @Test
    void a_change_invites_anew_and_the_confirmation_of_the_former_time_no_more() {
        var before = revision();
        move();

        assertThat(invitationOf("CHANGE"))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("REQUEST").contains(" " + LATER + " "));
        assertThat(invitationOf("CONFIRMATION")).isEmpty();
        assertThat(revision()).isGreaterThan(before);
    }

    @Test
    void a_cancellation_calls_off_and_nothing_invites_any_more() {
        house.in(() -> house.booking.cancel(BookingFixture.DESK, house.organizationId(), booked.id(), "ill"));

        assertThat(invitationOf("CANCELLATION"))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("CANCEL ").contains(id()));
        assertThat(invitationOf("CONFIRMATION")).isEmpty();
    }

    @Test
    void without_an_address_of_the_organization_there_is_nobody_who_invites() {
        house.in(() -> house.database.sql().update("UPDATE organization SET email = NULL"));

        assertThat(invitationOf("CONFIRMATION")).isEmpty();
    }

    @Test
    void an_exporter_that_fails_keeps_no_message_from_being_sent() {
        var broken = new Calendar() {
            @Override
            public Attachment invite(Invitation invitation, ExportedAppointment appointment) {
                throw new NoClassDefFoundError("half of it is missing");
            }
        };

        assertThat(invitationOf("CONFIRMATION", broken)).isEmpty();
    }

    @Test
    void nobody_is_invited_in_the_name_of_another_organization() {
        var message = message("CONFIRMATION");

        assertThat(writer(new Calendar()).find(house.organizationId() + 1, message))
                .isEmpty();
    }

    private void move() {
        house.in(() -> house.booking.reschedule(
                BookingFixture.DESK,
                house.organizationId(),
                booked.id(),
                new Move(LATER, Optional.empty(), Optional.empty(), true)));
    }

    private String id() {
        return Ids.text(booked.id());
    }

    private long revision() {
        return house.read(booked).version();
    }

    private Optional<String> invitationOf(String kind) {
        return invitationOf(kind, new Calendar());
    }

    private Optional<String> invitationOf(String kind, Calendar exporter) {
        return writer(exporter)
                .find(house.organizationId(), message(kind))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8));
    }

    private InvitationWriter writer(Calendar exporter) {
        return new InvitationWriter(
                house.database.jobsDatabase(), new Plugins(List.of(BundledPlugin.of(exporter)), List.of(), List.of()));
    }

    private long message(String kind) {
        return house.in(() -> house.database
                .sql()
                .count(
                        "SELECT MAX(id) FROM message WHERE kind = ? AND channel = 'EMAIL'"
                                + " AND recipient_kind = 'CLIENT' AND appointment_id = ?",
                        kind,
                        booked.id()));
    }

    /** Writes on one line what it is asked to. */
    private static class Calendar implements AppointmentExporter, Inviter {

        @Override
        public String name() {
            return "ical";
        }

        @Override
        public String label() {
            return "Calendar";
        }

        @Override
        public String mediaType() {
            return "text/calendar";
        }

        @Override
        public String fileExtension() {
            return "ics";
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) {
            throw new IllegalStateException("nothing is exported");
        }

        @Override
        public Attachment invite(Invitation invitation, ExportedAppointment appointment) {
            var text = String.join(
                    " ",
                    invitation.method().name(),
                    invitation.organizerEmail(),
                    invitation.attendeeEmail(),
                    appointment.id(),
                    appointment.start().toString(),
                    appointment.staff());
            return new Attachment("invitation.ics", "text/calendar", text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
