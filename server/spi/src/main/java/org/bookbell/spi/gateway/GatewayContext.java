package org.bookbell.spi.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.bookbell.spi.Settings;

/**
 * What a provider gets to open one account. Its text shows the name only.
 *
 * @param gateway the account's name of at most 40 characters, such as {@code twilio-main}; stable
 * @param settings values that {@code validate} found no fault with, the defaults of absent ones filled in, secrets in
 *     clear; keep no copy in logs
 * @param clock the server's clock, which follows the database's; UTC; tells the time of receipts, not how long to wait
 * @param receipts where to report receipts and replies; may be called from any thread until {@link Gateway#close()}
 *     returned
 * @param hook the address that the account's provider calls, with its token, for providers that want to be told with
 *     each message; a secret where the provider does not sign; empty where nobody can call
 */
public record GatewayContext(
        String gateway, Settings settings, Clock clock, ReceiptListener receipts, Optional<URI> hook) {

    /** An account without an address for a web hook. */
    public GatewayContext(String gateway, Settings settings, Clock clock, ReceiptListener receipts) {
        this(gateway, settings, clock, receipts, Optional.empty());
    }

    @Override
    public String toString() {
        return "GatewayContext[" + gateway + "]";
    }
}
