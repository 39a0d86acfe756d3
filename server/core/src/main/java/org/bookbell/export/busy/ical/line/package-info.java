/**
 * The lines of an iCalendar text (RFC 5545, 3.1) and the components that they make, within a budget of time and memory.
 * {@link org.bookbell.export.busy.ical.line.Components} is what reads them; what they mean is the business of {@code
 * busy.ical}.
 */
@NullMarked
package org.bookbell.export.busy.ical.line;

import org.jspecify.annotations.NullMarked;
