package org.bookbell.booking;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.booking.BookingFixture.DESK;
import static org.bookbell.booking.BookingFixture.aGuest;
import static org.bookbell.booking.BookingFixture.aSlot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bookbell.audit.Actor;
import org.bookbell.booking.slot.Holds;
import org.bookbell.booking.slot.Move;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.message.MessageFacts;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingTest {

    /** Tomorrow at 10 o'clock in Berlin. */
    private static final Instant TEN = Instant.parse("2026-11-03T09:00:00Z");

    private final BookingFixture house = BookingFixture.h2();
    private final Staff anna = house.aStaffMember("Anna");
    private final Service massage = house.aService(anna);

    @BeforeEach
    void remind_as_usual() {
        house.in(() -> house.messages.rules().addDefaults(DESK, house.organizationId()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Appointment reschedule(Appointment appointment, Instant start, Optional<Long> version) {
        return house.in(() -> house.booking.reschedule(
                DESK, house.organizationId(), appointment.id(), new Move(start, Optional.empty(), version, true)));
    }

    private Appointment cancel(Appointment appointment) {
        return house.in(() -> house.booking.cancel(DESK, house.organizationId(), appointment.id(), "ill"));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    @Test
    void a_booked_appointment_has_its_messages_planned_with_it() {
        var appointment = house.book(massage, anna, TEN);

        assertThat(house.read(appointment).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(house.messagesOf(appointment))
                .anyMatch(message -> message.startsWith("CONFIRMATION"))
                .anyMatch(message -> message.startsWith("REMINDER"));
    }

    @Test
    void a_time_that_is_taken_is_refused_with_the_next_free_ones() {
        house.book(massage, anna, TEN);

        assertThatThrownBy(() -> house.book(aSlot(massage, anna, TEN.plusSeconds(900)), aGuest(2)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.SLOT_TAKEN);
                    assertThat(refused.extensions().get("nextFree").toString()).contains("2026-11-03T10:15:00Z");
                });
    }

    @Test
    void the_gap_after_an_appointment_keeps_the_next_one_away() {
        house.book(massage, anna, TEN);

        assertRefused(
                ProblemType.SLOT_TAKEN,
                () -> house.book(aSlot(massage, anna, TEN.plus(Duration.ofMinutes(60))), aGuest(2)));
        house.book(aSlot(massage, anna, TEN.plus(Duration.ofMinutes(75))), aGuest(2));

        assertThat(house.overlaps()).isZero();
    }

    @Test
    void a_time_outside_the_hours_is_for_the_desk_only() {
        var night = Instant.parse("2026-11-03T02:00:00Z");
        var byDesk = new SlotWish(massage.id(), Optional.of(anna.id()), night, BookingSource.DESK, false);

        assertRefused(ProblemType.SLOT_TAKEN, () -> house.book(massage, anna, night));

        assertThat(house.book(byDesk, aGuest(1)).time().startInclusive()).isEqualTo(night);
    }

    @Test
    void whoever_is_free_takes_an_appointment_without_a_wish() {
        var ben = house.aStaffMember("Ben");
        var both = house.aService(anna, ben);
        var anybody = new SlotWish(both.id(), Optional.empty(), TEN, BookingSource.PUBLIC, true);

        var first = house.book(anybody, aGuest(1));
        var second = house.book(anybody, aGuest(2));

        assertThat(List.of(first.staffId(), second.staffId())).containsExactlyInAnyOrder(anna.id(), ben.id());
        assertRefused(ProblemType.SLOT_TAKEN, () -> house.book(anybody, aGuest(3)));
    }

    @Test
    void a_moved_appointment_frees_its_time_and_is_told_anew() {
        var appointment = house.book(massage, anna, TEN);

        var moved = reschedule(appointment, TEN.plus(Duration.ofHours(3)), Optional.empty());

        assertThat(moved.occurrence()).isEqualTo(1);
        assertThat(house.messagesOf(appointment)).anyMatch(message -> message.startsWith("CHANGE"));
        assertThat(house.book(aSlot(massage, anna, TEN), aGuest(2)).id()).isPositive();
        assertThat(house.overlaps()).isZero();
    }

    @Test
    void an_appointment_may_move_by_less_than_its_length() {
        var appointment = house.book(massage, anna, TEN);

        var moved = reschedule(appointment, TEN.plus(Duration.ofMinutes(30)), Optional.empty());

        assertThat(moved.time().startInclusive()).isEqualTo(TEN.plus(Duration.ofMinutes(30)));
    }

    @Test
    void a_move_to_a_taken_time_changes_nothing() {
        var appointment = house.book(massage, anna, TEN);
        var other = house.book(aSlot(massage, anna, TEN.plus(Duration.ofHours(2))), aGuest(2));

        assertRefused(
                ProblemType.SLOT_TAKEN,
                () -> reschedule(appointment, other.time().startInclusive(), Optional.empty()));

        assertThat(house.read(appointment).time().startInclusive()).isEqualTo(TEN);
        assertThat(house.overlaps()).isZero();
    }

    @Test
    void a_move_of_what_somebody_else_changed_is_refused() {
        var appointment = house.book(massage, anna, TEN);
        reschedule(appointment, TEN.plus(Duration.ofHours(1)), Optional.empty());

        assertRefused(
                ProblemType.STALE_VERSION,
                () -> reschedule(appointment, TEN.plus(Duration.ofHours(4)), Optional.of(appointment.version())));
    }

    @Test
    void a_cancelled_appointment_takes_its_planned_reminders_with_it() {
        var appointment = house.book(massage, anna, TEN.plus(Duration.ofDays(5)));

        cancel(appointment);

        assertThat(house.messagesOf(appointment))
                .filteredOn(message -> message.startsWith("REMINDER"))
                .isNotEmpty()
                .noneMatch(message -> message.endsWith("PLANNED"));
        assertThat(house.messagesOf(appointment)).anyMatch(message -> message.startsWith("CANCELLATION"));
    }

    @Test
    void a_cancelled_appointment_comes_back_only_if_its_time_is_free() {
        var appointment = house.book(massage, anna, TEN);
        cancel(appointment);
        var other = house.book(aSlot(massage, anna, TEN), aGuest(2));

        assertRefused(
                ProblemType.SLOT_TAKEN,
                () -> house.in(() -> house.booking.reinstate(DESK, house.organizationId(), appointment.id())));
        cancel(other);
        house.in(() -> house.booking.reinstate(DESK, house.organizationId(), appointment.id()));

        assertThat(house.read(appointment).status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(house.overlaps()).isZero();
    }

    @Test
    void only_a_cancelled_appointment_is_booked_again() {
        var appointment = house.book(massage, anna, TEN);
        house.in(() -> house.booking.confirm(DESK, house.organizationId(), appointment.id()));

        assertRefused(
                ProblemType.NOT_POSSIBLE_NOW,
                () -> house.in(() -> house.booking.reinstate(DESK, house.organizationId(), appointment.id())));

        assertThat(house.read(appointment).occurrence()).isZero();
    }

    @Test
    void of_two_who_book_one_hold_at_once_one_is_told_that_it_has_ended() throws Exception {
        var held = house.in(() -> house.holds.hold(Actor.visitor(), house.organizationId(), aSlot(massage, anna, TEN)));
        var gate = new CyclicBarrier(2);
        Callable<String> book = () -> {
            gate.await(1, MINUTES);
            try {
                house.in(() -> house.booking.bookHeld(
                        Actor.visitor(), house.organizationId(), held.id(), aGuest(1), Optional.empty()));
                return "booked";
            } catch (ProblemException refused) {
                return refused.type().slug();
            }
        };
        var threads = Executors.newFixedThreadPool(2);

        var answers = threads.invokeAll(List.of(book, book), 1, MINUTES);

        threads.shutdown();
        assertThat(answers).map(Future::get).containsExactlyInAnyOrder("booked", "not-possible-now");
    }

    @Test
    void a_client_confirms_once_and_again_without_harm() {
        var appointment = house.book(massage, anna, TEN);

        house.in(() -> house.booking.confirm(Actor.client(1), house.organizationId(), appointment.id()));
        house.in(() -> house.booking.confirm(Actor.client(1), house.organizationId(), appointment.id()));

        assertThat(house.read(appointment).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void nobody_is_a_no_show_before_the_appointment_began() {
        var appointment = house.book(massage, anna, TEN);

        assertRefused(
                ProblemType.NOT_POSSIBLE_NOW,
                () -> house.in(() -> house.booking.markNoShow(DESK, house.organizationId(), appointment.id())));
        house.database.clock().moveTo(TEN.plusSeconds(600));
        house.in(() -> house.booking.markNoShow(DESK, house.organizationId(), appointment.id()));

        assertThat(house.read(appointment).status()).isEqualTo(AppointmentStatus.NO_SHOW);
    }

    @Test
    void a_held_slot_is_kept_until_it_is_booked_or_the_hold_ends() {
        var held = house.in(() -> house.holds.hold(Actor.visitor(), house.organizationId(), aSlot(massage, anna, TEN)));

        assertRefused(ProblemType.SLOT_TAKEN, () -> house.book(aSlot(massage, anna, TEN), aGuest(2)));
        house.in(() -> house.booking.bookHeld(
                Actor.visitor(), house.organizationId(), held.id(), aGuest(1), Optional.empty()));

        assertThat(house.read(held).status()).isEqualTo(AppointmentStatus.BOOKED);
        house.database.clock().advance(Holds.LENGTH);
        assertRefused(ProblemType.SLOT_TAKEN, () -> house.book(aSlot(massage, anna, TEN), aGuest(2)));
    }

    @Test
    void a_hold_that_ended_cannot_be_booked_and_is_forgotten() {
        var held = house.in(() -> house.holds.hold(Actor.visitor(), house.organizationId(), aSlot(massage, anna, TEN)));
        house.database.clock().advance(Holds.LENGTH);

        assertRefused(
                ProblemType.NOT_POSSIBLE_NOW,
                () -> house.in(() -> house.booking.bookHeld(
                        Actor.visitor(), house.organizationId(), held.id(), aGuest(1), Optional.empty())));

        assertThat(house.in(house.holds::purge)).isEqualTo(1);
        assertThat(house.book(massage, anna, TEN).id()).isPositive();
    }

    @Test
    void an_appointment_of_another_organization_does_not_exist() {
        var appointment = house.book(massage, anna, TEN);
        var other = house.calendars.found("other");

        assertRefused(
                ProblemType.NOT_FOUND,
                () -> house.in(() -> house.booking.cancel(DESK, other.id(), appointment.id(), "")));
    }

    @Test
    void a_link_leads_to_its_appointment_and_a_changed_one_nowhere() {
        var appointment = house.book(massage, anna, TEN);
        var token = house.links.token(appointment);
        var forged = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");

        assertThat(house.in(() -> house.links.find(token)).map(Appointment::id)).contains(appointment.id());
        assertThat(house.in(() -> house.links.find(forged))).isEmpty();
        assertThat(house.in(() -> house.links.find("no-token"))).isEmpty();
        assertThat(house.in(() -> house.links.find("z".repeat(38)))).isEmpty();
    }

    @Test
    void a_renewed_link_leads_to_its_appointment_and_the_former_one_nowhere() {
        var appointment = house.book(massage, anna, TEN);
        var other = house.book(aSlot(massage, anna, TEN.plus(Duration.ofHours(2))), aGuest(2));
        var former = house.links.token(appointment);

        var renewed = house.in(() -> house.booking.renewLink(DESK, house.organizationId(), appointment.id()));

        var token = house.links.token(renewed);
        assertThat(house.in(() -> house.links.find(former))).isEmpty();
        assertThat(house.in(() -> house.links.find(token)).map(Appointment::id)).contains(appointment.id());
        assertThat(house.in(() -> house.links.find(house.links.token(other)))).isPresent();
    }

    @Test
    void every_message_of_an_appointment_carries_its_renewed_link() {
        var appointment = house.book(massage, anna, TEN.plus(Duration.ofDays(5)));
        var other = house.book(aSlot(massage, anna, TEN), aGuest(2));
        house.in(() -> house.database
                .sql()
                .update("UPDATE message SET state = 'DELIVERED', attempts = 1 WHERE kind = 'CONFIRMATION'"));

        var renewed = house.in(() -> house.booking.renewLink(DESK, house.organizationId(), appointment.id()));

        assertThat(tokensIn(appointment)).containsOnly(house.links.token(renewed));
        assertThat(tokensIn(other)).containsOnly(house.links.token(other));
        assertThat(house.messagesOf(appointment)).anyMatch(message -> message.endsWith("PLANNED"));
    }

    @Test
    void a_message_that_is_being_sent_while_its_link_is_renewed_is_drawn_back() {
        var appointment = house.book(massage, anna, TEN.plus(Duration.ofDays(5)));

        house.in(() -> house.booking.renewLink(DESK, house.organizationId(), appointment.id()));

        assertThat(house.in(() -> house.database
                        .sql()
                        .count(
                                "SELECT COUNT(*) FROM message WHERE appointment_id = ? AND revision = 0",
                                appointment.id())))
                .isZero();
    }

    @Test
    void the_link_of_a_hold_or_of_another_organization_is_not_renewed() {
        var held = house.in(() -> house.holds.hold(Actor.visitor(), house.organizationId(), aSlot(massage, anna, TEN)));
        var appointment = house.book(aSlot(massage, anna, TEN.plus(Duration.ofHours(2))), aGuest(2));
        var other = house.calendars.found("other");

        assertRefused(
                ProblemType.NOT_FOUND,
                () -> house.in(() -> house.booking.renewLink(DESK, house.organizationId(), held.id())));
        assertRefused(
                ProblemType.NOT_FOUND,
                () -> house.in(() -> house.booking.renewLink(DESK, other.id(), appointment.id())));

        assertThat(house.read(appointment).tokenVersion()).isZero();
    }

    private Set<String> tokensIn(Appointment appointment) {
        return Set.copyOf(house.in(() -> house.database
                .sql()
                .list(
                        "SELECT facts FROM message WHERE appointment_id = ?",
                        row -> MessageFacts.parse(row.getText("facts"))
                                .appointment()
                                .visit()
                                .selfToken(),
                        appointment.id())));
    }

    @Test
    void a_booking_that_fails_leaves_no_client_behind() {
        house.book(massage, anna, TEN);
        var before = house.in(() -> house.database.sql().count("SELECT COUNT(*) FROM client"));

        assertRefused(ProblemType.SLOT_TAKEN, () -> house.book(aSlot(massage, anna, TEN), aGuest(9)));

        assertThat(house.in(() -> house.database.sql().count("SELECT COUNT(*) FROM client")))
                .isEqualTo(before);
        assertThat(house.overlaps()).isZero();
    }
}
