package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bookbell.it.message.CopiedReminders.UNCLEAR_TWICE;

import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bookbell.it.database.Schema;
import org.bookbell.it.message.CopiedReminders;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;

/** A server that sends over gateways of a courier company, one for each prefix of numbers. */
final class Sending implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> UNDECIDED = Set.of("PLANNED", "CLAIMED", "SUBMITTING", "UNCLEAR");

    final CourierCompany company = CourierCompany.open();
    final BookbellServer server;
    final Api operator;
    final Shop shop;
    final CopiedReminders reminders;

    private Sending(BookbellServer server) {
        this.server = server;
        this.operator = server.operator();
        this.shop = Shop.on(server, 1);
        this.reminders = CopiedReminders.of(server, shop);
    }

    /** Decides soon what nobody answers, and lets one organization send thousands in a minute. */
    static Map<String, String> settings(Path plugins) {
        CourierCompany.plugin(plugins);
        var settings = new HashMap<>(CopiedReminders.UNLIMITED);
        settings.put("bookbell.plugins.dir", plugins.toString());
        settings.put("bookbell.gateway.timeout", "PT2S");
        settings.put("bookbell.receipts.unclear", "PT5S");
        return settings;
    }

    static Sending on(Schema schema, Path plugins) {
        return on(schema, plugins, Map.of());
    }

    static Sending on(Schema schema, Path plugins, Map<String, String> more) {
        var settings = new HashMap<>(settings(plugins));
        settings.putAll(more);
        return new Sending(BookbellServer.on(schema, settings));
    }

    /** A gateway to a desk of the company. */
    CourierCompany.Desk desk(String name, int millis, boolean knowsRepeats) {
        var desk = company.desk(name, millis);
        addGateway(name, desk.address(), knowsRepeats);
        return desk;
    }

    /** A gateway to any address. */
    void addGateway(String name, URI address, boolean knowsRepeats) {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("kind", "SMS")
                        .add("provider", "courier")
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("url", address.toString())
                                        .add("knowsRepeats", Boolean.toString(knowsRepeats))));
    }

    /** Numbers that begin so go over these gateways, the first first. */
    void route(String prefix, String... gateways) {
        var route = Json.createObjectBuilder()
                .add("channel", "SMS")
                .add("prefix", prefix)
                .add("gateways", Json.createArrayBuilder(List.of(gateways)));
        var answer =
                operator.send("PUT", "/api/v1/operator/routes", route.build().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /**
     * Sends one reminder before anything else: a plugin's classes are read at its first call, which on a busy machine takes
     * longer than {@link #settings} wait for an answer.
     */
    void sendOne(String number) throws SQLException {
        reminders.copy(1, n -> Copy.due(number, Instant.now()));
        awaitDecided();
    }

    /** Waits until each of the last copies has an outcome, or waits for none but the end of its usefulness. */
    void awaitDecided() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> reminders.states().keySet().stream().noneMatch(UNDECIDED::contains));
    }

    /** Waits until each of the last copies has an outcome. */
    void awaitOutcomes() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> reminders.states().keySet().stream()
                        .noneMatch(state -> UNDECIDED.contains(state) || state.equals(UNCLEAR_TWICE)));
    }

    @Override
    public void close() {
        server.kill();
        company.close();
    }
}
