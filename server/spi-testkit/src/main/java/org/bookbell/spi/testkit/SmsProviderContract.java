package org.bookbell.spi.testkit;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What {@link SmsProvider} and {@link SmsGateway} promise. Subclass it and say which provider and which settings; the
 * account should take messages, so point it at a fake of the provider.
 */
public abstract class SmsProviderContract extends HookContract<SmsGateway> {

    @Override
    protected abstract SmsProvider provider();

    /** The number to which messages go, in E.164; one that belongs to nobody. */
    protected String recipient() {
        return "+12125550123";
    }

    @Override
    final SmsGateway open(GatewayContext context) {
        return provider().open(context);
    }

    @Override
    final SubmitResult submit(SmsGateway gateway, String attemptId, String text, Duration validity)
            throws InterruptedException {
        return gateway.submit(new SmsSubmission(attemptId, recipient(), Optional.empty(), text, validity));
    }

    @Override
    final String to() {
        return recipient();
    }
}
