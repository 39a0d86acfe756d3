/**
 * The acts by which an organization says who can be booked, for what and when: staff, services, resources, weekly hours
 * and time blocks, a use case for each. Each checks everything before it changes anything, tells all faults at once,
 * leaves an audit row and raises the versions of the calendars whose offers change. May use {@code calendar} and {@code
 * organization}.
 */
@NullMarked
package org.bookbell.calendar.setup;

import org.jspecify.annotations.NullMarked;
