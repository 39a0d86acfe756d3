/**
 * Appointments: the API, the public booking page, the desk, the day's list and an appointment's own page.
 *
 * <p>{@link org.bookbell.web.booking.Reception} is the use case behind all of them: whoever comes is found or filed,
 * the consent is kept, the time is booked, in one transaction.
 */
@NullMarked
package org.bookbell.web.booking;

import org.jspecify.annotations.NullMarked;
