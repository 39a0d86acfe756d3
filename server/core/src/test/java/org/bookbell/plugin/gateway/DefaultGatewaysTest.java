package org.bookbell.plugin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.ServerKey;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefaultGatewaysTest {

    private final TestDatabase database = TestDatabase.h2();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_demonstration_gets_simulated_gateways_once() {
        database.inTransaction(defaults(true)::provide);
        database.inTransaction(defaults(true)::provide);

        assertThat(gateways()).containsExactlyInAnyOrder("phones", "phones-2", "mailbox");
    }

    @Test
    void a_real_server_gets_none() {
        database.inTransaction(defaults(false)::provide);

        assertThat(gateways()).isEmpty();
    }

    private DefaultGateways defaults(boolean demo) {
        var plugins = new Plugins(
                List.of(BundledPlugin.of(new Phones()), BundledPlugin.of(new Mailbox())), List.of(), List.of());
        var cipher = new SettingsCipher(ServerKey.of(new byte[32]));
        return new DefaultGateways(
                new Gateways(
                        database.sql(),
                        plugins,
                        new OwnProviders("all"),
                        cipher,
                        new GatewayAudit(database.audit(), new RecordedEvents<>()),
                        database.clock()),
                demo);
    }

    private List<String> gateways() {
        return database.inTransaction(
                () -> database.sql().list("SELECT name FROM gateway", row -> row.getText("name")));
    }

    private static final class Phones implements SmsProvider {

        @Override
        public String name() {
            return "simulator";
        }

        @Override
        public String label() {
            return "Phones";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public SmsGateway open(GatewayContext context) {
            throw new IllegalStateException("not opened here");
        }
    }

    private static final class Mailbox implements EmailProvider {

        @Override
        public String name() {
            return "mailbox";
        }

        @Override
        public String label() {
            return "Mailbox";
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public EmailGateway open(GatewayContext context) {
            throw new IllegalStateException("not opened here");
        }
    }
}
