/** The main road of the built server: from a booking to the reminder on the client's phone, and to its line in the ledger. */
@NullMarked
package org.bookbell.it.message;

import org.jspecify.annotations.NullMarked;
