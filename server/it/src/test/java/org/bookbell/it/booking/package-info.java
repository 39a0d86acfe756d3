/** Booking on real databases and through the front door of the built server: races, crashes, and what bad input gets. */
@NullMarked
package org.bookbell.it.booking;

import org.jspecify.annotations.NullMarked;
