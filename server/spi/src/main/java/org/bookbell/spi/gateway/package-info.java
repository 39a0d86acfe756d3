/**
 * Gateways for SMS and e-mail: a provider opens a gateway for each configured account, the server submits attempts to
 * it and hears of receipts from it.
 *
 * <p>Begin with {@link org.bookbell.spi.gateway.SmsProvider} or {@link org.bookbell.spi.gateway.EmailProvider}. Time
 * limits, bulkheads, retries and metrics are the server's; a gateway only speaks its provider's protocol.
 */
@NullMarked
package org.bookbell.spi.gateway;

import org.jspecify.annotations.NullMarked;
