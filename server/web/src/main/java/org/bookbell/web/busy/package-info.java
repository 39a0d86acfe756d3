/**
 * Outside calendars of staff over REST ({@link org.bookbell.web.busy.BusyCalendarsResource}) and on a page ({@link
 * org.bookbell.web.busy.BusyCalendarsPage}). An address is entered once and never shown again but for its host.
 */
@NullMarked
package org.bookbell.web.busy;

import org.jspecify.annotations.NullMarked;
