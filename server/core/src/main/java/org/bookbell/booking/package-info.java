/**
 * Appointments: {@link org.bookbell.booking.Booking} books, moves, confirms, cancels and ends them, and has their
 * messages planned in the same transaction; {@link org.bookbell.booking.slot.Holds} keeps a slot while a form is filled. All
 * busy time is written by one class, {@code booking.slot.CalendarLock}. May use calendar, client, message and organization.
 */
@NullMarked
package org.bookbell.booking;

import org.jspecify.annotations.NullMarked;
