package org.bookbell.spi.gateway;

import org.bookbell.spi.Provider;

/** A kind of SMS gateway: a factory that opens a {@link SmsGateway} for each configured account. */
public interface SmsProvider extends Provider {

    /**
     * Opens the gateway of one account, with settings that {@link #validate} found no fault with.
     *
     * <p>It may start threads and connections, which {@link SmsGateway#close()} ends, but does not wait for a remote
     * party: a gateway whose provider is down opens and answers {@link SubmitResult.Refused} or {@link
     * SubmitResult.Unclear}.
     */
    SmsGateway open(GatewayContext context);
}
