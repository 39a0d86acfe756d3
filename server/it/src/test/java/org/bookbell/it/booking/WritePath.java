package org.bookbell.it.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.BookingFixture;
import org.bookbell.booking.slot.Move;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;

/** The ways by which a time becomes somebody's. */
enum WritePath {
    BOOK {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            return (number, start) -> house.book(wish(service, staff, start), BookingFixture.aGuest(number));
        }
    },
    HOLD {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            return (number, start) -> house.in(
                    () -> house.holds.hold(Actor.visitor(), house.organizationId(), wish(service, staff, start)));
        }
    },
    /** Half of them want to hold the time and then book what they hold. */
    BOOK_HELD {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            return (number, start) -> number % 2 == 0
                    ? house.book(wish(service, staff, start), BookingFixture.aGuest(number))
                    : bookHeld(house, wish(service, staff, start), number);
        }

        private Appointment bookHeld(BookingFixture house, SlotWish wish, int number) {
            var held = house.in(() -> house.holds.hold(Actor.visitor(), house.organizationId(), wish));
            return house.in(() -> house.booking.bookHeld(
                    Actor.visitor(),
                    house.organizationId(),
                    held.id(),
                    BookingFixture.aGuest(number),
                    Optional.empty()));
        }
    },
    RESCHEDULE {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            var appointments = spread(house, service, staff, racers);
            return (number, start) -> house.in(() -> house.booking.reschedule(
                    BookingFixture.DESK,
                    house.organizationId(),
                    appointments.get(number).id(),
                    new Move(start, Optional.empty(), Optional.empty(), true)));
        }
    },
    /** All come from another staff member's calendar. */
    RESCHEDULE_TO_ANOTHER {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            var other = house.aStaffMember("Other");
            var shared = house.aService(staff, other);
            var appointments = spread(house, shared, other, racers);
            return (number, start) -> house.in(() -> house.booking.reschedule(
                    BookingFixture.DESK,
                    house.organizationId(),
                    appointments.get(number).id(),
                    new Move(start, Optional.of(staff.id()), Optional.empty(), true)));
        }
    },
    /** All undo their cancellation of the same time. */
    REINSTATE {
        @Override
        Racer prepare(BookingFixture house, Service service, Staff staff, int racers) {
            return new Reinstating(house, service, staff, racers);
        }
    };

    /** One who wants a time. */
    @FunctionalInterface
    interface Racer {

        Appointment run(int number, Instant start);

        default void getReady(Instant start) {}
    }

    static final Instant FIRST_DAY = Instant.parse("2026-11-10T11:00:00Z");
    private static final Instant ELSEWHERE = Instant.parse("2027-03-01T11:00:00Z");

    /** What each of {@code racers} does once all are at the start. */
    abstract Racer prepare(BookingFixture house, Service service, Staff staff, int racers);

    private static SlotWish wish(Service service, Staff staff, Instant start) {
        return BookingFixture.aSlot(service, staff, start);
    }

    /** An appointment for each racer, all on different days. */
    private static List<Appointment> spread(BookingFixture house, Service service, Staff staff, int racers) {
        return IntStream.range(0, racers)
                .mapToObj(n -> house.book(service, staff, ELSEWHERE.plus(Duration.ofDays(n))))
                .toList();
    }

    /** Before each round everybody in turn books the time and cancels it. */
    private record Reinstating(BookingFixture house, Service service, Staff staff, long[] appointments)
            implements Racer {

        Reinstating(BookingFixture house, Service service, Staff staff, int racers) {
            this(house, service, staff, new long[racers]);
        }

        @Override
        public void getReady(Instant start) {
            for (var number = 0; number < appointments.length; number++) {
                var booked = house.book(service, staff, start);
                house.in(
                        () -> house.booking.cancel(BookingFixture.DESK, house.organizationId(), booked.id(), "is ill"));
                appointments[number] = booked.id();
            }
        }

        @Override
        public Appointment run(int number, Instant start) {
            return house.in(
                    () -> house.booking.reinstate(BookingFixture.DESK, house.organizationId(), appointments[number]));
        }
    }
}
