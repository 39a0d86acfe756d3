package org.bookbell.spi.gateway;

import org.bookbell.spi.Provider;

/** A kind of e-mail gateway: a factory that opens an {@link EmailGateway} for each configured account. */
public interface EmailProvider extends Provider {

    /** Opens the gateway of one account; the contract is that of {@link SmsProvider#open}. */
    EmailGateway open(GatewayContext context);
}
