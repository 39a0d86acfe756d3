package org.bookbell.it.plugin;

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** A provider whose jar lacks a class that it needs only to open an account. */
public final class ClosedSms implements SmsProvider {

    @Override
    public String name() {
        return "closed";
    }

    @Override
    public String label() {
        return "Without its door";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text("file", "File"));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        throw new IllegalStateException(new Nest().name());
    }
}
