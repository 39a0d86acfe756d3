package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.credit.window.NoChargeWindows;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.dispatch.health.Examination;
import org.bookbell.dispatch.health.Examination.Findings;
import org.bookbell.dispatch.health.Standing;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/**
 * Watches by receipts whether gateways bring what they take. Where one fails, what it took since without proof is
 * suspect; {@code Routes} passes it by as soon as its standing says so, and {@code Overdue} sends again what is suspect.
 */
@Dependent
public class FailOver implements Chore {

    private static final Logger LOG = System.getLogger(FailOver.class.getName());

    private final JobsDatabase database;
    private final OpenGateways gateways;
    private final Examination examination;
    private final Suspects suspects;
    private final NoChargeWindows windows;
    private final Event<GatewaysWatched> watched;
    private final Clock clock;

    @Inject
    public FailOver(
            JobsDatabase database,
            OpenGateways gateways,
            Examination examination,
            Suspects suspects,
            NoChargeWindows windows,
            Event<GatewaysWatched> watched,
            Clock clock) {
        this.database = database;
        this.gateways = gateways;
        this.examination = examination;
        this.suspects = suspects;
        this.windows = windows;
        this.watched = watched;
        this.clock = clock;
    }

    /** Judges all that is newly known. */
    @Override
    public void run() {
        Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                .flatMap(kind -> gateways.list(kind).stream())
                .filter(gateway -> gateway.has(Ability.RECEIPTS))
                .map(OpenGateway::name)
                .forEach(this::examine);
        var degraded = database.withoutTransaction(Standings::degraded);
        degraded.forEach(this::suspect);
        watched.fire(new GatewaysWatched(uncovered(degraded)));
    }

    private void examine(String gateway) {
        Findings findings;
        do {
            findings = database.inTransaction(sql -> {
                var found = examination.examine(sql, gateway);
                suspects.markAttempts(sql, found.missedByDegraded());
                keepFreeOfCharge(sql, gateway, found);
                return found;
            });
            findings.degraded().forEach(FailOver::logDegraded);
            findings.restored().forEach(FailOver::logRestored);
        } while (findings.more());
    }

    /** What a failing gateway takes is not paid for, from its first miss until it works again over every destination. */
    private void keepFreeOfCharge(Sql sql, String gateway, Findings found) {
        found.degraded().stream()
                .flatMap(each -> each.suspectFrom().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(from -> windows.open(sql, gateway, from));
        if (!found.restored().isEmpty()
                && Standings.degraded(sql).stream()
                        .noneMatch(each -> each.gateway().equals(gateway))) {
            windows.close(sql, gateway, clock.instant());
        }
    }

    /** Also what a process that died left undone: what is marked already is not found again. */
    private void suspect(Standing standing) {
        int marked;
        do {
            marked = database.inTransaction(sql -> suspects.markTakenBy(sql, standing));
        } while (marked > 0);
    }

    /** A destination is not told where all of them fail. */
    private static List<FailingGateway> uncovered(List<Standing> degraded) {
        return degraded.stream()
                .filter(each -> each.destination().equals(Destination.ALL)
                        || degraded.stream()
                                .noneMatch(other -> other.gateway().equals(each.gateway())
                                        && other.destination().equals(Destination.ALL)))
                .map(FailOver::failing)
                .toList();
    }

    private static FailingGateway failing(Standing standing) {
        var since = standing.degradedAt().orElseThrow();
        return new FailingGateway(
                standing.gateway(),
                standing.destination(),
                standing.suspectFrom().orElse(since),
                since);
    }

    private static void logDegraded(Standing standing) {
        LOG.log(
                Level.WARNING,
                "Gateway {0} does not bring what it takes{1}; messages go over the next one.",
                standing.gateway(),
                where(standing));
    }

    private static void logRestored(Standing standing) {
        LOG.log(Level.INFO, "Gateway {0} brings messages again{1}.", standing.gateway(), where(standing));
    }

    private static String where(Standing standing) {
        return standing.destination().equals(Destination.ALL) ? "" : " to " + standing.destination();
    }
}
