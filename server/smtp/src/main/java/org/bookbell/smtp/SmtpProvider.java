package org.bookbell.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.GatewayContext;

/** E-mail through a mail server, spoken to over SMTP. */
@ApplicationScoped
public class SmtpProvider implements EmailProvider {

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public String label() {
        return "Mail server (SMTP)";
    }

    @Override
    public List<Setting> settings() {
        return AccountSettings.DECLARED;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        var faults = new ArrayList<>(EmailProvider.super.validate(settings));
        AccountSettings.addFaultsBetween(settings.withDefaults(settings()), faults);
        return List.copyOf(faults);
    }

    @Override
    public EmailGateway open(GatewayContext context) {
        var account = AccountSettings.read(context.settings().withDefaults(settings()));
        return new SmtpGateway(context, account);
    }
}
