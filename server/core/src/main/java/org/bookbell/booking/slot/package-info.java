/**
 * What an appointment takes of calendars. {@link org.bookbell.booking.slot.SlotChoice} finds a free one of those that
 * somebody wished for, {@code CalendarLock} alone writes busy time, {@link org.bookbell.booking.slot.Holds} keeps a slot
 * while a form is filled. Whoever comes too late is told which slots are free next.
 */
@NullMarked
package org.bookbell.booking.slot;

import org.jspecify.annotations.NullMarked;
