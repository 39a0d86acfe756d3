/**
 * One try to send a message: begun by one committed statement just before the gateway is called, recorded with the answer,
 * matched with the receipts that come earlier or later, and decided where nothing ever comes. {@link
 * org.bookbell.dispatch.attempt.Attempts} gathers beginnings and answers of many messages into a few statements.
 */
@NullMarked
package org.bookbell.dispatch.attempt;

import org.jspecify.annotations.NullMarked;
