/**
 * Reads iCalendar (RFC 5545) that others wrote, for one question only: when is somebody busy?
 *
 * <p>{@link org.bookbell.export.busy.ical.BusyReader} answers it within a window. What it cannot read it refuses as a
 * whole, with the line: a calendar understood by half would offer times that are taken. Titles, places and people are
 * never looked at. Uses {@code calendar} for its ranges of time, and knows neither databases nor networks.
 */
@NullMarked
package org.bookbell.export.busy.ical;

import org.jspecify.annotations.NullMarked;
