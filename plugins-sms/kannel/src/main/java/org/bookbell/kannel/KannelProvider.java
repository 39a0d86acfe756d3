package org.bookbell.kannel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS through a Kannel, handed to the sendsms interface of its smsbox. */
@ApplicationScoped
public class KannelProvider implements SmsProvider {

    @Override
    public String name() {
        return "kannel";
    }

    @Override
    public String label() {
        return "Kannel";
    }

    @Override
    public List<Setting> settings() {
        return AccountSettings.DECLARED;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        var faults = new ArrayList<>(SmsProvider.super.validate(settings));
        AccountSettings.addFaults(settings.withDefaults(settings()), faults);
        return List.copyOf(faults);
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new KannelGateway(context, context.settings().withDefaults(settings()));
    }
}
