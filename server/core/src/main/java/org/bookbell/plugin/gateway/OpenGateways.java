package org.bookbell.plugin.gateway;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.plugin.ProviderCalls;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The enabled gateways, opened. An account is opened when it is first asked for, opened anew when its row has another
 * version, and closed when it is disabled or the server stops. The rows are read at most once a second, and after a change on this node. One of the
 * server's is open when it is listed; an organization's opens meanwhile, since it may name a host that never answers.
 */
@ApplicationScoped
public class OpenGateways {

    private static final Logger LOG = System.getLogger(OpenGateways.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration OPENING = Duration.ofSeconds(15);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final @Nullable Remembered<List<Opened>> gateways;

    /** An account and its connection, which may still be on its way. */
    private record Opened(OpenGateway opening, CompletableFuture<OpenGateway> opened, long nanos) {

        OpenGateway gateway() {
            return opened.getNow(opening);
        }

        boolean isWorth(GatewayAccount account) {
            boolean same = opening.name().equals(account.name()) && opening.version() == account.version();
            boolean failed = opened.isDone() && gateway().gateway().isEmpty();
            return same && (!failed || System.nanoTime() - nanos < TRY_AGAIN.toNanos());
        }

        /** Whether {@code other} is the same account with the same settings, which did not open. */
        boolean isAgain(Opened other) {
            return opening.name().equals(other.opening.name()) && opening.version() == other.opening.version();
        }

        void close() {
            var unused = opened.thenAccept(gateway -> gateway.gateway().ifPresent(GatewayOpener::close));
        }
    }

    /** For the container's proxy. */
    protected OpenGateways() {
        this.gateways = null;
    }

    @Inject
    public OpenGateways(JobsDatabase database, GatewayOpener opener) {
        this(database, opener, OpenGateways::inItsOwnTime);
    }

    /**
     * Opens gateways of organizations by {@code others}: nobody waits for the hosts that an organization names.
     */
    public OpenGateways(JobsDatabase database, GatewayOpener opener, Executor others) {
        this.gateways = new Remembered<>(FRESH, List.of(), before -> read(database, opener, others, before));
    }

    private static void inItsOwnTime(Runnable opening) {
        var thread = new Thread(opening, "opening a gateway");
        thread.setDaemon(true);
        thread.start();
    }

    /** The enabled gateways of {@code kind}, those that could not be opened too, in the order in which to try them. */
    public List<OpenGateway> list(PluginKind kind) {
        return current().stream()
                .map(Opened::gateway)
                .filter(gateway -> gateway.kind() == kind)
                .toList();
    }

    public Optional<OpenGateway> find(String name) {
        return findOpened(name).map(Opened::gateway);
    }

    private Optional<Opened> findOpened(String name) {
        return current().stream()
                .filter(each -> each.opening().name().equals(name))
                .findFirst();
    }

    /** Asks a gateway's provider whether it would accept messages now; takes up to 12 s, so call it in no transaction. */
    public CheckResult check(String name) {
        refresh();
        var gateway = findOpened(name)
                .map(OpenGateways::await)
                .orElseThrow(() -> ProblemException.notFound("enabled gateway"));
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

    private static OpenGateway await(Opened each) {
        try {
            return each.opened().get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return each.gateway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return each.gateway();
        }
    }

    void forget(
            @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
                    GatewayAudit.Changed changed) {
        refresh();
    }

    /** Reads the rows again when next asked, without waiting for the second to pass. */
    public void refresh() {
        remembered().forget();
    }

    private List<Opened> current() {
        return remembered().get();
    }

    private Remembered<List<Opened>> remembered() {
        if (gateways == null) {
            throw new IllegalStateException("made without a database");
        }
        return gateways;
    }

    private static List<Opened> read(
            JobsDatabase database, GatewayOpener opener, Executor others, List<Opened> before) {
        var accounts = database.withoutTransaction(sql -> sql.list(
                "SELECT " + GatewayAccount.COLUMNS + " FROM gateway WHERE enabled = TRUE ORDER BY position, name",
                GatewayAccount::read));
        var now = new ArrayList<Opened>();
        for (var account : accounts) {
            var known = before.stream().filter(each -> each.isWorth(account)).findFirst();
            now.add(known.orElseGet(() -> open(account, opener, others)));
        }
        awaitNew(now, before);
        before.stream().filter(each -> !now.contains(each)).forEach(Opened::close);
        return List.copyOf(now);
    }

    /** Most open at once; a moment's patience keeps messages from the next gateway, which may cost more. */
    private static void awaitNew(List<Opened> now, List<Opened> before) {
        var added = now.stream()
                .filter(each -> before.stream().noneMatch(each::isAgain))
                .map(Opened::opened)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(added).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.log(Level.DEBUG, "Gateways of organizations are still being opened.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Opened open(GatewayAccount account, GatewayOpener opener, Executor others) {
        var opened = account.organizationId() == 0
                ? CompletableFuture.completedFuture(opener.open(account))
                : CompletableFuture.supplyAsync(() -> opener.open(account), others)
                        .exceptionally(failure -> failed(account, failure));
        return new Opened(GatewayOpener.opening(account), opened, System.nanoTime());
    }

    private static OpenGateway failed(GatewayAccount account, Throwable failure) {
        LOG.log(Level.ERROR, "Gateway " + account.name() + " cannot be opened; it is tried again.", failure);
        return GatewayOpener.opening(account);
    }

    @PreDestroy
    public void close() {
        var last = remembered().last();
        last.stream().filter(each -> !each.opened().isDone()).forEach(Opened::close);
        var threads = last.stream()
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
