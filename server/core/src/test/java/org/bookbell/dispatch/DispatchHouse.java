package org.bookbell.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageState;
import org.bookbell.plugin.NewGateway;
import org.bookbell.plugin.PluginHouse;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.Node;
import org.bookbell.storage.TestDatabase;

/** The dispatch feature on a test's database, as the container would wire it. */
public final class DispatchHouse implements AutoCloseable {

    static final long ORGANIZATION = 7;

    private final TestDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PluginHouse plugins;
    private final Receipts receipts;
    private final Claims claims;
    private final Overdue overdue;
    private final Dispatcher dispatcher;
    private final GatewayCalls calls;
    private final Attempts attempts;

    public DispatchHouse(TestDatabase database) {
        this.database = database;
        var jobs = database.jobsDatabase();
        var clock = database.clock();
        var history = new History(database.ids());
        var lease = new LeaseTime(database.jobs());
        var rule = new RetryRule(Duration.ofHours(2), Duration.ofMinutes(2));
        var match = new ReceiptMatch(history);
        receipts = new Receipts(jobs, match, database.ids(), clock);
        plugins = new PluginHouse(database, receipts);
        claims = new Claims(jobs, history, lease, new Node(1, "test"), database.ids(), clock);
        overdue = new Overdue(jobs, history, lease, rule, clock, true);
        calls = new GatewayCalls(threads, Duration.ofSeconds(1));
        var routes = new Routes(plugins.open(), calls, clock);
        var early = new EarlyReceipts(jobs, match, clock);
        attempts = new Attempts(jobs, history, lease, early, database.ids(), clock);
        Composer composer = (claim, gateway) -> new Wording(
                Optional.empty(), "Practice", Optional.empty(), "", "text of " + claim.id(), Optional.empty());
        var errand = new Errand(composer, attempts, new Dropped(jobs, history, clock), calls, routes, rule, clock);
        dispatcher = new Dispatcher(claims, routes, errand, threads);
        database.inTransaction(() -> insertOrganization(ORGANIZATION));
    }

    private void insertOrganization(long id) {
        database.sql()
                .update(
                        "INSERT INTO organization (id, slug, name, zone, locale, country, quiet_from_minute,"
                                + " quiet_to_minute, late_booking, consent_text, created_at, version)"
                                + " VALUES (?, ?, 'Practice', 'Europe/Berlin', 'en', 'DE', 1260, 480, 'SEND_NOW', '',"
                                + " ?, 0)",
                        id,
                        "practice-" + id,
                        database.clock().instant());
    }

    PluginHouse plugins() {
        return plugins;
    }

    public Claims claims() {
        return claims;
    }

    Overdue overdue() {
        return overdue;
    }

    Receipts receipts() {
        return receipts;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    DispatchHealth health() {
        return new DispatchHealth(database.jobsDatabase(), plugins.open(), calls, database.clock());
    }

    Attempts attempts() {
        return attempts;
    }

    ExecutorService threads() {
        return threads;
    }

    RecordingSmsGateway gateway(String name, int position) {
        return plugins.add(name, position);
    }

    /** A gateway of one organization only. */
    RecordingSmsGateway gatewayOf(long organization, String name) {
        database.inTransaction(() -> {
            if (organization != ORGANIZATION) {
                insertOrganization(organization);
            }
            plugins.gateways()
                    .add(
                            Actor.system(),
                            organization,
                            new NewGateway(name, PluginKind.SMS, "recording", Optional.empty(), Map.of(), 1));
        });
        plugins.open().refresh();
        plugins.open().list(PluginKind.SMS);
        return plugins.provider().gateway(name);
    }

    public MessageRow aMessage() {
        return new MessageRow(database);
    }

    /** Sends all that is due and waits for it. */
    void drain() {
        List<Long> due;
        do {
            awaitIdle();
            overdue.settle();
            due = dispatcher.listDue();
            dispatcher.send(due);
        } while (!due.isEmpty());
    }

    private void awaitIdle() {
        if (!dispatcher.awaitIdle(Duration.ofSeconds(20))) {
            throw new IllegalStateException("messages are still on their way");
        }
    }

    /** Goes on with claims that a test made itself. */
    void run(List<Claim> claimed) {
        dispatcher.distribute(claimed);
        awaitIdle();
    }

    MessageState state(long message) {
        return MessageState.valueOf(column(message, "state"));
    }

    Optional<String> reason(long message) {
        return find("SELECT reason AS answer FROM message WHERE id = ?", message);
    }

    String column(long message, String column) {
        return find("SELECT " + column + " AS answer FROM message WHERE id = ?", message)
                .orElseThrow();
    }

    Instant tryAt(long message) {
        return database.inTransaction(() -> database.sql()
                .find("SELECT try_at FROM message WHERE id = ?", row -> row.getInstant("try_at"), message)
                .orElseThrow());
    }

    private Optional<String> find(String question, long message) {
        return database.inTransaction(
                () -> database.sql().list(question, row -> row.findText("answer"), message).stream()
                        .findFirst()
                        .orElseThrow());
    }

    List<String> history(long message) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT state FROM message_event WHERE message_id = ? ORDER BY id",
                        row -> row.getText("state"),
                        message));
    }

    List<String> attempts(long message) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT gateway, state FROM attempt WHERE message_id = ? ORDER BY attempt_no",
                        row -> row.getText("gateway") + " " + row.getText("state"),
                        message));
    }

    /** Reason codes of the call list. */
    List<String> callList() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT reason_code FROM call_list ORDER BY id", row -> row.getText("reason_code")));
    }

    void optOut(String address, Channel channel) {
        update(
                "INSERT INTO opt_out (channel, address, organization_id, source, opted_out_at)"
                        + " VALUES (?, ?, 0, 'REPLY', ?)",
                channel,
                address,
                database.clock().instant());
    }

    void update(String sql, Object... parameters) {
        database.inTransaction(() -> database.sql().update(sql, parameters));
    }

    /** What a process leaves that dies while it holds claims, as it looks when its lease is over. */
    void letLeasesExpire() {
        update("UPDATE message SET claimed_until = ? WHERE claimed_until IS NOT NULL", Instant.EPOCH);
    }

    @Override
    public void close() {
        plugins.close();
        threads.shutdownNow();
        database.close();
    }
}
