/**
 * What is done about the clients on the call list: how an organization wants unknown messages treated and who is told
 * of new calls, the words in which a call is told, and sending messages again.
 *
 * <p>{@link org.bookbell.message.calls.Resending} is what a person presses; {@link
 * org.bookbell.message.calls.MessageCopy} is a message's second row for another channel. The list itself is in {@code
 * ledger}.
 */
@NullMarked
package org.bookbell.message.calls;

import org.jspecify.annotations.NullMarked;
