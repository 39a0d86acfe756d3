package org.bookbell.it.plugin;

import java.net.URI;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** A provider that is spoken to by HTTP: a {@link CourierCompany}. */
public final class CourierSms implements SmsProvider {

    public static final String NAME = "courier";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "Courier of the tests";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text("url", "Address"), Setting.toggle("knowsRepeats", "Knows repeats", false));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new Courier(
                URI.create(context.settings().get("url")),
                context.settings().get("knowsRepeats").equals("true"));
    }
}
