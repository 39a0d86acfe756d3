/** What messages an appointment owes by the rules and by whom it concerns, without a look at the stored rows. */
@NullMarked
package org.bookbell.message.planning.owed;

import org.jspecify.annotations.NullMarked;
