/**
 * What the message center brings by itself: {@link org.bookbell.smpp.inbound.Inbox} tells receipts from replies and answers
 * only once the server has stored them, {@link org.bookbell.smpp.inbound.ReplyDesk} reads what people wrote.
 */
@NullMarked
package org.bookbell.smpp.inbound;

import org.jspecify.annotations.NullMarked;
