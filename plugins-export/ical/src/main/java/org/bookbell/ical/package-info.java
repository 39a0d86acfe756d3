/**
 * Appointments as an iCalendar feed or file (RFC 5545): {@link org.bookbell.ical.IcalExporter}.
 *
 * <p>It is written line by line, so that a feed of any length needs the memory of one event, and by hand: a library knows
 * zones of its own, which are not Java's. The same appointments give the same bytes. The package uses the SPI only.
 */
@NullMarked
package org.bookbell.ical;

import org.jspecify.annotations.NullMarked;
