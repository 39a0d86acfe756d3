package org.bookbell.plugin;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.storage.JobsDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The enabled gateways, opened. An account is opened when it is first asked for, opened anew when its row has another
 * version, and closed when it is disabled or the server stops. The rows are read at most once a second.
 */
@ApplicationScoped
public class OpenGateways {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final @Nullable JobsDatabase database;
    private final @Nullable GatewayOpener opener;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(List.of(), Long.MIN_VALUE);

    /** All enabled gateways as they were at a moment of {@link System#nanoTime()}. */
    private record Snapshot(List<Opened> gateways, long nanos) {

        boolean isFresh() {
            return nanos != Long.MIN_VALUE && System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    private record Opened(OpenGateway gateway, long nanos) {

        boolean isWorth(GatewayAccount account) {
            boolean same = gateway.version() == account.version();
            boolean failed = gateway.gateway().isEmpty();
            return same && (!failed || System.nanoTime() - nanos < TRY_AGAIN.toNanos());
        }
    }

    /** For the container's proxy. */
    protected OpenGateways() {
        this.database = null;
        this.opener = null;
    }

    @Inject
    OpenGateways(JobsDatabase database, GatewayOpener opener) {
        this.database = database;
        this.opener = opener;
    }

    /** The enabled gateways of {@code kind}, those that could not be opened too, in the order in which to try them. */
    public List<OpenGateway> list(PluginKind kind) {
        return current().stream()
                .map(Opened::gateway)
                .filter(gateway -> gateway.kind() == kind)
                .toList();
    }

    public Optional<OpenGateway> find(String name) {
        return current().stream()
                .map(Opened::gateway)
                .filter(gateway -> gateway.name().equals(name))
                .findFirst();
    }

    /** Asks a gateway's provider whether it would accept messages now; takes up to 12 s, so call it in no transaction. */
    public CheckResult check(String name) {
        refresh();
        var gateway = find(name).orElseThrow(() -> ProblemException.notFound("enabled gateway"));
        if (gateway.gateway().isEmpty()) {
            return CheckResult.fails(gateway.fault().orElse("The gateway is not open."));
        }
        try {
            var open = gateway.gateway().get();
            return ProviderCalls.connect(open, "check its account", open::check);
        } catch (ProviderFailed e) {
            return CheckResult.fails(e.sentence());
        }
    }

    /** Reads the rows again when next asked, without waiting for the second to pass. */
    public void refresh() {
        snapshot = new Snapshot(snapshot.gateways(), Long.MIN_VALUE);
    }

    private List<Opened> current() {
        var seen = snapshot;
        if (seen.isFresh()) {
            return seen.gateways();
        }
        refreshing.lock();
        try {
            if (!snapshot.isFresh()) {
                snapshot = read(snapshot.gateways());
            }
            return snapshot.gateways();
        } finally {
            refreshing.unlock();
        }
    }

    private Snapshot read(List<Opened> before) {
        if (database == null || opener == null) {
            throw new IllegalStateException("made without a database");
        }
        var accounts = database.withoutTransaction(sql -> sql.list(
                "SELECT " + GatewayAccount.COLUMNS + " FROM gateway WHERE enabled = TRUE ORDER BY position, name",
                GatewayAccount::read));
        var now = new ArrayList<Opened>();
        for (var account : accounts) {
            var known = before.stream()
                    .filter(each -> each.gateway().name().equals(account.name()))
                    .filter(each -> each.isWorth(account))
                    .findFirst();
            now.add(known.orElseGet(() -> new Opened(opener.open(account), System.nanoTime())));
        }
        before.stream()
                .filter(each -> !now.contains(each))
                .forEach(each -> each.gateway().gateway().ifPresent(GatewayOpener::close));
        return new Snapshot(List.copyOf(now), System.nanoTime());
    }

    @PreDestroy
    void close() {
        var threads = snapshot.gateways().stream()
                .map(Opened::gateway)
                .map(OpenGateway::gateway)
                .flatMap(Optional::stream)
                .map(GatewayOpener::close)
                .toList();
        threads.forEach(OpenGateways::awaitClosed);
    }

    private static void awaitClosed(Thread closing) {
        try {
            closing.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
