/**
 * The words of the ledger: what a message is about, whom it tells and what became of it.
 *
 * <p>{@link org.bookbell.message.MessageState} is the life of a message, {@link
 * org.bookbell.message.AppointmentFacts} all that it may tell. {@code planning} writes the rows, {@code ledger} reads
 * them, {@code text} puts them into words, {@code timing} is the arithmetic behind them. May use {@code organization}
 * and {@code client}.
 */
@NullMarked
package org.bookbell.message;

import org.jspecify.annotations.NullMarked;
