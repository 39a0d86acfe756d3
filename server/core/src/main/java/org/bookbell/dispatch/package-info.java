/**
 * Sends what is due and finds out what became of it.
 *
 * <p>{@link org.bookbell.dispatch.Dispatcher} is the main road: claims of due messages are routed to a gateway, written
 * for it, submitted just after one committed statement said so, and the answer is recorded. {@link
 * org.bookbell.dispatch.receipt.Receipts} hears what gateways say later. Everything here speaks JDBC in short transactions of its
 * own; the database, not this node's memory, knows who sends what. {@code job} decides when. May use {@code message},
 * {@code client}, {@code credit}, {@code plugin}, {@code access} and {@code organization}.
 */
@NullMarked
package org.bookbell.dispatch;

import org.jspecify.annotations.NullMarked;
