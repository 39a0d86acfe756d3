package org.bookbell.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS to simulated phones, which a page shows. */
@ApplicationScoped
public class SimulatedPhones implements SmsProvider, Outbox {

    private final TakenMessages taken = new TakenMessages();
    private final Map<String, SimulatedGateway> opened = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String label() {
        return "Simulated phones";
    }

    @Override
    public List<Setting> settings() {
        return Play.SETTINGS;
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        var gateway = SimulatedGateway.phones(context, taken);
        opened.put(context.gateway(), gateway);
        return gateway;
    }

    @Override
    public boolean answer(String gateway, String phone, String sender, String text) {
        var account = opened.get(gateway);
        if (account == null) {
            return false;
        }
        account.answer(phone, sender, text);
        return true;
    }

    @Override
    public List<Entry> list(int limit) {
        return taken.list(limit);
    }
}
