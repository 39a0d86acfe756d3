/**
 * What text messages cost an organization: its account, the entries that move it, and what its owners decide.
 *
 * <p>{@link org.bookbell.credit.Journal} is the only writer of accounts and entries: it appends entries and moves the
 * balance by one statement, so that the sum of the entries is the balance. {@link org.bookbell.credit.Credits} is what
 * people do, {@link org.bookbell.credit.CreditEntries} what they read. {@code bill} says what a message costs, {@code
 * price} what a segment costs, {@code window} when nothing costs anything. Uses the feature {@code organization} only.
 */
@NullMarked
package org.bookbell.credit;

import org.jspecify.annotations.NullMarked;
