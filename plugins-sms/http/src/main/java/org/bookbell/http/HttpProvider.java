package org.bookbell.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS through any gateway that is spoken to over HTTP: its settings say how. */
@ApplicationScoped
public class HttpProvider implements SmsProvider {

    /** Stands for the address of the web hook where settings are only checked. */
    private static final URI ANY_HOOK = URI.create("https://book.example.org/hooks/sms/any/token");

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String label() {
        return "HTTP gateway";
    }

    @Override
    public List<Setting> settings() {
        return AccountSettings.DECLARED;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        var reading = reading(settings);
        var unused = AccountSettings.read(reading, Optional.of(ANY_HOOK));
        return reading.faults();
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        var reading = reading(context.settings());
        var account = AccountSettings.read(reading, context.hook())
                .orElseThrow(() -> new IllegalStateException("settings have faults: "
                        + reading.faults().stream().map(SettingFault::setting).toList()));
        return new HttpGateway(context, account);
    }

    private Reading reading(Settings given) {
        return new Reading(settings(), given.withDefaults(settings()), SmsProvider.super.validate(given));
    }
}
