/**
 * What messages an appointment owes, and the rows that promise them.
 *
 * <p>{@link org.bookbell.message.planning.Planning} is called by booking within its transaction. The rules are {@link
 * org.bookbell.message.planning.ReminderRules}; {@link org.bookbell.message.planning.owed.ReminderPlanner} turns them into
 * planned messages without touching a database; {@link
 * org.bookbell.message.planning.reconciliation.Reconciliation} compares what is stored with what should be. May use {@code organization}, {@code client} and the ledger.
 */
@NullMarked
package org.bookbell.message.planning;

import org.jspecify.annotations.NullMarked;
