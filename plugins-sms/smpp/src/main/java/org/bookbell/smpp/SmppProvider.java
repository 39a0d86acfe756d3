package org.bookbell.smpp;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bookbell.smpp.receipt.SentMessages;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS through a message center, spoken to over SMPP 3.4. */
@ApplicationScoped
public class SmppProvider implements SmsProvider {

    /** What accounts have sent, kept while they are edited; another message center gives other ids. */
    private final Map<String, SentMessages> sent = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public String label() {
        return "Message center (SMPP)";
    }

    @Override
    public List<Setting> settings() {
        return AccountSettings.DECLARED;
    }

    @Override
    public List<SettingFault> validate(Settings settings) {
        var faults = new ArrayList<>(SmsProvider.super.validate(settings));
        AccountSettings.addFaultsBetween(settings.withDefaults(settings()), faults);
        return List.copyOf(faults);
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        var settings = context.settings().withDefaults(settings());
        var account = AccountSettings.read(settings);
        var known = sent.computeIfAbsent(
                String.join(" ", context.gateway(), account.access().endpoint().toString(), account.messageIds()),
                unused -> account.newMemory());
        return SmppGateway.open(context, account, known);
    }
}
