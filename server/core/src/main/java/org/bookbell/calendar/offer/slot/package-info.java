/**
 * The pipeline from hours and exceptions to slots, pure: it touches no database and no clock. {@link
 * org.bookbell.calendar.offer.slot.SlotFinder} is its main type; {@link org.bookbell.calendar.offer.slot.LocalTimes} holds the
 * rule for local times that a zone's clock skips or shows twice.
 */
@NullMarked
package org.bookbell.calendar.offer.slot;

import org.jspecify.annotations.NullMarked;
