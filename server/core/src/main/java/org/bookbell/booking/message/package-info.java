/**
 * How messages and appointments know of each other: {@link org.bookbell.booking.message.Facts} gathers what a message tells,
 * {@code LiveAppointments} answers planning which appointments messages are owed for, {@link
 * org.bookbell.booking.message.SelfLinks} draws the secrets of clients' links, and a client's reply confirms.
 */
@NullMarked
package org.bookbell.booking.message;

import org.jspecify.annotations.NullMarked;
