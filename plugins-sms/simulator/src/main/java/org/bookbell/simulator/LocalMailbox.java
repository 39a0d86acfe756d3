package org.bookbell.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Outbox;

/** E-mail to a mailbox in memory, which a page shows. */
@ApplicationScoped
public class LocalMailbox implements EmailProvider, Outbox {

    private final TakenMessages taken = new TakenMessages();

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public String label() {
        return "Local mailbox";
    }

    @Override
    public List<Setting> settings() {
        return Play.SETTINGS;
    }

    @Override
    public EmailGateway open(GatewayContext context) {
        return SimulatedGateway.mailbox(context, taken);
    }

    @Override
    public List<Entry> list(int limit) {
        return taken.list(limit);
    }
}
