/**
 * What one visitor may book, so that nobody makes a server send messages to whomever they like.
 *
 * <p>{@link org.bookbell.booking.limit.BookingLimits} counts who books: by network, by number and e-mail address, by
 * numbers that begin alike, and what they cancel again. The counts are rows, so that they hold on every node; {@link
 * org.bookbell.booking.limit.BookingTries} writes and forgets them.
 */
@NullMarked
package org.bookbell.booking.limit;

import org.jspecify.annotations.NullMarked;
