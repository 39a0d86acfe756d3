/** The simulated phones and the local mailbox of a demonstration, and the switch that plays an outage. */
@NullMarked
package org.bookbell.web.demo;

import org.jspecify.annotations.NullMarked;
