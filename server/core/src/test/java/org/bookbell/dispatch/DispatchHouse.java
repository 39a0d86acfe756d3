package org.bookbell.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.credit.BalanceLow;
import org.bookbell.credit.LowBalances;
import org.bookbell.dispatch.attempt.Attempts;
import org.bookbell.dispatch.attempt.Beginnings;
import org.bookbell.dispatch.attempt.Dropped;
import org.bookbell.dispatch.attempt.EarlyReceipts;
import org.bookbell.dispatch.attempt.Overdue;
import org.bookbell.dispatch.attempt.ReceiptMatch;
import org.bookbell.dispatch.attempt.Recordings;
import org.bookbell.dispatch.billing.Funding;
import org.bookbell.dispatch.billing.Settled;
import org.bookbell.dispatch.billing.Settling;
import org.bookbell.dispatch.billing.WithoutCredit;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.Claims;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.claim.SetAside;
import org.bookbell.dispatch.failover.FailOver;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.dispatch.failover.RefusingGateway;
import org.bookbell.dispatch.failover.TestFailOver;
import org.bookbell.dispatch.figures.Figure;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.guard.Guards;
import org.bookbell.dispatch.guard.Limits;
import org.bookbell.dispatch.guard.LimitsBuilder;
import org.bookbell.dispatch.guard.ServerLimits;
import org.bookbell.dispatch.guard.Stopped;
import org.bookbell.dispatch.health.DegradedGateways;
import org.bookbell.dispatch.health.Probes;
import org.bookbell.dispatch.quiet.Nights;
import org.bookbell.dispatch.receipt.ReceiptHouse;
import org.bookbell.dispatch.routing.FallBack;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.dispatch.routing.RouteTable;
import org.bookbell.dispatch.unknown.UnknownMessages;
import org.bookbell.dispatch.watchdog.AlarmBook;
import org.bookbell.plugin.PluginHouse;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.plugin.gateway.ReceiptSink;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;

/**
 * The dispatch feature on a test's database, as the container would wire it. It is long because it is one wiring, of which
 * each part needs others, with a short question to the database for each thing that tests want to know.
 */
public final class DispatchHouse extends WrittenRows implements AutoCloseable {

    public static final long ORGANIZATION = 7;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PluginHouse plugins;
    private final ReceiptMatch match;
    private final ReceiptHouse receipts;
    private final Claims claims;
    private final Overdue overdue;
    private final UnknownMessages unknown;
    private final Dispatcher dispatcher;
    private final GatewayCalls calls;
    private final Attempts attempts;
    private final DegradedGateways degraded;
    private final Orders orders;
    private final FailOver failOver;
    private final Queue<Figure> figures = new ConcurrentLinkedQueue<>();
    private final RecordedEvents<GatewaysWatched> watched = new RecordedEvents<>();
    private final RecordedEvents<BalanceLow> lowBalances = new RecordedEvents<>();

    /** Without limits. */
    public DispatchHouse(TestDatabase database) {
        this(database, LimitsBuilder.none().built());
    }

    public DispatchHouse(TestDatabase database, Limits limits) {
        super(database);
        var jobs = database.jobsDatabase();
        var clock = database.clock();
        var history = new History(database.ids());
        var lease = new LeaseTime(database.jobs());
        var rule = new RetryRule(Duration.ofHours(2), Duration.ofMinutes(2));
        match = new ReceiptMatch(history);
        receipts = new ReceiptHouse(database, match, new Figures(figures::add));
        plugins = new PluginHouse(database, receipts.receipts());
        var guards = new Guards(new ServerLimits(limits, 2), new Stopped(history), clock);
        var setAside = new SetAside(jobs, history, new AlarmBook(jobs, clock), clock);
        var nights = new Nights(history, database.ids(), clock);
        claims = new Claims(jobs, history, lease, nights, guards, setAside, new Node(1, "test"), database.ids(), clock);
        calls = new GatewayCalls(threads, Duration.ofSeconds(1), new Figures(figures::add));
        degraded = new DegradedGateways(jobs);
        orders = new Orders(jobs);
        var routes = new Routes(plugins.open(), calls, orders, degraded, new Probes(), clock);
        overdue = new Overdue(jobs, history, lease, routes, rule, setAside, clock);
        unknown = new UnknownMessages(jobs, database.ids(), clock, "CALL_LIST");
        failOver = TestFailOver.of(jobs, plugins.open(), orders, health(), history, database.ids(), clock, watched);
        var early = new EarlyReceipts(jobs, match, clock);
        attempts = new Attempts(
                jobs, new Beginnings(history, lease, database.ids()), new Recordings(history), early, threads, clock);
        Composer composer = (claim, gateway) -> new Wording(
                Optional.empty(),
                "Practice",
                Optional.empty(),
                "",
                "text of " + claim.id(),
                Optional.empty(),
                List.of());
        var dropped = new Dropped(jobs, history, setAside, clock);
        var errand = new Errand(composer, attempts, dropped, calls, routes, rule, clock);
        var funding = new Funding(jobs, new WithoutCredit(jobs, database.ids(), clock), clock, 2);
        dispatcher = new Dispatcher(claims, routes, errand, funding, threads);
        database.inTransaction(() -> insertOrganization(ORGANIZATION));
    }

    void insertOrganization(long id) {
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

    /** What was counted, oldest first. */
    List<Figure> figures() {
        return List.copyOf(figures);
    }

    public PluginHouse plugins() {
        return plugins;
    }

    public Claims claims() {
        return claims;
    }

    public Overdue overdue() {
        return overdue;
    }

    public ReceiptMatch match() {
        return match;
    }

    /** Adds a gateway of every organization. */
    public void openGateway(String name) {
        gateway(name, 1);
    }

    /** Adds a gateway of one organization that is there already, and answers its whole name. */
    public String openGatewayOf(long organization, String name) {
        return plugins.addOf(organization, name, 1).context().gateway();
    }

    public ReceiptSink intake() {
        return receipts.receipts();
    }

    ReceiptHouse receipts() {
        return receipts;
    }

    /** Stores a receipt and applies it. */
    void receive(String gateway, Receipt receipt) {
        receive(gateway, List.of(receipt));
    }

    /** Stores receipts that came together and applies them. */
    void receive(String gateway, List<Receipt> together) {
        receipts.store(gateway, together);
        receipts.apply();
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    public DispatchHealth health() {
        return new DispatchHealth(database.jobsDatabase(), plugins.open(), calls, degraded, database.clock());
    }

    /** What settles messages, as the lease holder does each few seconds. */
    public Settling settling() {
        var jobs = database.jobsDatabase();
        return new Settling(
                jobs,
                new Settled(jobs, database.clock(), 2),
                new LowBalances(database.sql(), lowBalances) {
                    @Override
                    public void tell(long organizationId) {
                        database.inTransaction(() -> super.tell(organizationId));
                    }
                },
                database.clock());
    }

    List<BalanceLow> lowBalances() {
        return lowBalances.fired();
    }

    public GatewayCalls calls() {
        return calls;
    }

    public Attempts attempts() {
        return attempts;
    }

    public ExecutorService threads() {
        return threads;
    }

    public RecordingSmsGateway gateway(String name, int position) {
        return plugins.add(name, position);
    }

    RouteTable routeTable() {
        return new RouteTable(
                database.sql(), plugins.gateways(), database.audit(), new RecordedEvents<>(), database.clock());
    }

    Orders orders() {
        return orders;
    }

    /** Makes a change of routes count at once. */
    void refreshRoutes() {
        orders.refresh();
    }

    /** A gateway of one organization only, which is there from now on. */
    RecordingSmsGateway gatewayOf(long organization, String name) {
        if (organization != ORGANIZATION) {
            database.inTransaction(() -> insertOrganization(organization));
        }
        return plugins.addOf(organization, name, 1);
    }

    FallBack fallBack() {
        return new FallBack(database.sql(), database.audit(), new RecordedEvents<>());
    }

    public MessageRow aMessage() {
        return new MessageRow(database);
    }

    /** Plans so many alike by one transaction, and answers their ids. */
    List<Long> plan(int count, Supplier<MessageRow> one) {
        return database.inTransaction(
                () -> Stream.generate(one).limit(count).map(MessageRow::planned).toList());
    }

    public FailOver failOver() {
        return failOver;
    }

    /** Judges what receipts tell of gateways, and lets everybody know at once. */
    void watch() {
        failOver.run();
        degraded.refresh();
    }

    /** What failed at the last look. */
    List<FailingGateway> failing() {
        return watched.fired().get(watched.fired().size() - 1).failing();
    }

    /** What refused at the last look, while another one took it. */
    List<RefusingGateway> refusing() {
        return watched.fired().get(watched.fired().size() - 1).refusing();
    }

    /** The gateways that were in use at the last look. */
    Set<String> inUse() {
        return watched.fired().get(watched.fired().size() - 1).inUse();
    }

    /** Sends all that is due and waits for it. */
    public void drain() {
        List<Long> due;
        do {
            awaitIdle();
            overdue.settle();
            unknown.run();
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

    void moveTo(Instant instant) {
        database.clock().moveTo(instant);
    }

    /** A person wants it sent again from the call list. */
    void askAgain(long message) {
        var now = database.clock().instant();
        update("UPDATE message SET state = 'PLANNED', try_at = ?, reason_code = NULL WHERE id = ?", now, message);
        update(
                "INSERT INTO call_resend (id, call_id, message_id, channel, resent_at, resent_by)"
                        + " SELECT ?, c.id, ?, 'SMS', ?, 1 FROM call_list c WHERE c.message_id = ?",
                database.ids().next(),
                message,
                now,
                message);
    }

    void optOut(String address, Channel channel) {
        update(
                "INSERT INTO opt_out (channel, address, organization_id, source, opted_out_at)"
                        + " VALUES (?, ?, 0, 'REPLY', ?)",
                channel,
                address,
                database.clock().instant());
    }

    public void update(String sql, Object... parameters) {
        database.inTransaction(() -> database.sql().update(sql, parameters));
    }

    /** What a process leaves that dies while it holds claims, as it looks when its lease is over. */
    public void letLeasesExpire() {
        update("UPDATE message SET claimed_until = ? WHERE claimed_until IS NOT NULL", Instant.EPOCH);
    }

    @Override
    public void close() {
        plugins.close();
        threads.shutdownNow();
        database.close();
    }
}
