package org.bookbell.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS through an account with Twilio. */
@ApplicationScoped
public class TwilioProvider implements SmsProvider {

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public String label() {
        return "Twilio";
    }

    @Override
    public List<Setting> settings() {
        return AccountSettings.DECLARED;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        var faults = new ArrayList<>(SmsProvider.super.validate(settings));
        return AccountSettings.withFaults(settings.withDefaults(settings()), faults);
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new TwilioGateway(context, Account.of(context.settings().withDefaults(settings()), context.hook()));
    }
}
