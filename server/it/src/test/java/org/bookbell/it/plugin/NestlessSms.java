package org.bookbell.it.plugin;

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** A provider whose jar lacks the class {@link Nest} that it is made with. */
public final class NestlessSms implements SmsProvider {

    private final Nest nest = new Nest();

    @Override
    public String name() {
        return nest.name();
    }

    @Override
    public String label() {
        return "Without its nest";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        throw new IllegalStateException("the server opens only what it could load");
    }
}
