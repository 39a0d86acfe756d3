/**
 * What can be booked now. {@link org.bookbell.calendar.offer.slot.SlotFinder} is the pure pipeline from hours and exceptions
 * to slots, {@link org.bookbell.calendar.offer.Availability} feeds it from the database and keeps warm answers, {@link
 * org.bookbell.calendar.offer.Why} explains it, {@link org.bookbell.calendar.offer.NextFree} looks ahead. Times are epoch
 * seconds in arrays inside and instants outside. May use {@code calendar} and {@code organization}.
 */
@NullMarked
package org.bookbell.calendar.offer;

import org.jspecify.annotations.NullMarked;
