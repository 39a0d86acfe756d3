/**
 * Calendars as the API shows and changes them: staff and their hours, services, time blocks, and the slots that come
 * out of them.
 */
@NullMarked
package org.bookbell.web.calendar;

import org.jspecify.annotations.NullMarked;
