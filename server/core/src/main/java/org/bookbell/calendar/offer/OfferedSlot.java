package org.bookbell.calendar.offer;

import org.bookbell.calendar.hours.TimeSlot;

/** A slot that may be booked with one staff member; the gap after it is not part of it. */
public record OfferedSlot(long staffId, TimeSlot slot) {}
