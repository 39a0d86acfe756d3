/**
 * The ledger as people read it: every message with its state and history, and the list of clients who must be called.
 *
 * <p>{@link org.bookbell.message.ledger.Ledger} answers questions and changes nothing. {@link
 * org.bookbell.message.ledger.CallList} is where a message ends that did not reach anybody. Uses the words of {@code
 * message} only.
 */
@NullMarked
package org.bookbell.message.ledger;

import org.jspecify.annotations.NullMarked;
