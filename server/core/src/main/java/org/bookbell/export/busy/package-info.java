/**
 * Outside calendars: a staff member subscribes to one by its address, and when they are busy there they are not available
 * here.
 *
 * <p>{@link org.bookbell.export.busy.BusyCalendars} keeps the subscriptions. Every few seconds each node looks for one that
 * is due and claims it in the database; what was fetched ({@code busy.fetch}) and read ({@code busy.ical}) becomes time
 * blocks with the subscription as their source, replaced as a set. A calendar that fails keeps the blocks of its last good
 * reading, says why, and after a day the organizers are told. Booked appointments stay, whatever a calendar says.
 */
@NullMarked
package org.bookbell.export.busy;

import org.jspecify.annotations.NullMarked;
