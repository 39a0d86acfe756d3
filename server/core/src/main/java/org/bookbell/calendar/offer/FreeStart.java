package org.bookbell.calendar.offer;

import java.util.List;
import org.bookbell.calendar.hours.TimeSlot;

/**
 * A slot and everybody with whom it may be booked.
 *
 * @param staffIds in the order in which the organization lists its staff; never empty
 */
public record FreeStart(TimeSlot slot, List<Long> staffIds) {}
