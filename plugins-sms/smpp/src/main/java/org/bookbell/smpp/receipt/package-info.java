/**
 * What becomes of messages: {@link org.bookbell.smpp.receipt.ReceiptDesk} passes on what the message center reports,
 * {@link org.bookbell.smpp.receipt.SentMessages} remembers which parts and ids belong to which attempt.
 *
 * <p>The memory is bounded and lasts as long as the process; what it holds makes receipts better, and what it has lost does
 * not make them wrong. The package knows what came over {@code wire}, and no connection.
 */
@NullMarked
package org.bookbell.smpp.receipt;

import org.jspecify.annotations.NullMarked;
