package org.bookbell.booking;

import java.util.Optional;
import org.bookbell.booking.slot.SlotWish;

/**
 * What somebody wants to book.
 *
 * @param slot when, what for and with whom
 * @param guest who comes
 * @param note the client's own words
 */
public record NewAppointment(SlotWish slot, Guest guest, Optional<String> note) {}
