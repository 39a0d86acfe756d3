/**
 * When a calendar is open: {@link org.bookbell.calendar.hours.WeeklyHours weekly hours} in local time, and {@link
 * org.bookbell.calendar.hours.TimeBlock time blocks}, instants that make exceptions. Whose they are is in {@code calendar},
 * what follows from them in {@code calendar.offer}.
 */
@NullMarked
package org.bookbell.calendar.hours;

import org.jspecify.annotations.NullMarked;
