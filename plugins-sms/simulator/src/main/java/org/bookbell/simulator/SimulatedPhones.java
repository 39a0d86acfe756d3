package org.bookbell.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** SMS to simulated phones, which a page shows. */
@ApplicationScoped
public class SimulatedPhones implements SmsProvider, Outbox {

    private final TakenMessages taken = new TakenMessages();

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
        return SimulatedGateway.open(context, taken);
    }

    @Override
    public List<Entry> list(int limit) {
        return taken.list(limit);
    }
}
