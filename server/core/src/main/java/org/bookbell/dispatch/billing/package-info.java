/**
 * Who pays for what dispatch sends.
 *
 * <p>{@link org.bookbell.dispatch.billing.Funding} sets credit aside before claimed messages are routed, and {@link
 * org.bookbell.dispatch.billing.WithoutCredit} says what becomes of those that nobody pays for. {@link
 * org.bookbell.dispatch.billing.Settling} comes by each few seconds and charges or releases what has reached an end. The
 * arithmetic and the accounts are in {@code org.bookbell.credit}.
 */
@NullMarked
package org.bookbell.dispatch.billing;

import org.jspecify.annotations.NullMarked;
