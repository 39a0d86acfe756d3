/**
 * How the server does, for everybody: incidents, which open and close with what {@code dispatch} and its watchdog find,
 * figures of the last day, and news and warnings for those concerned. {@link org.bookbell.status.IncidentWatch} hears of
 * what fails, {@link org.bookbell.status.IncidentBook} keeps the incidents.
 */
@NullMarked
package org.bookbell.status;

import org.jspecify.annotations.NullMarked;
