package org.bookbell.spi.gateway;

import java.time.Clock;
import org.bookbell.spi.Settings;

/**
 * What a provider gets to open one account.
 *
 * @param gateway the account's name of at most 40 characters, such as {@code twilio-main}; stable
 * @param settings values that {@code validate} found no fault with, the defaults of absent ones filled in, secrets in
 *     clear; keep no copy in logs
 * @param clock the server's clock, which follows the database's; UTC; tells the time of receipts, not how long to wait
 * @param receipts where to report receipts; may be called from any thread until {@link Gateway#close()} returned
 */
public record GatewayContext(String gateway, Settings settings, Clock clock, ReceiptListener receipts) {}
