package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.dispatch.health.Examination.Findings;
import org.bookbell.dispatch.health.Standing;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.storage.JobsDatabase;

/**
 * Watches by receipts whether gateways bring what they take. Where one fails, what it took since without proof is
 * suspect; {@code Routes} passes it by as soon as its standing says so, and {@code Overdue} sends again what is suspect.
 * One that is used no more is forgotten, and begins afresh when it is used again.
 */
@Dependent
public class FailOver implements Chore {

    private static final Logger LOG = System.getLogger(FailOver.class.getName());

    private final JobsDatabase database;
    private final GatewaysInUse inUse;
    private final Judgement judgement;
    private final Refusals refusals;
    private final Event<GatewaysWatched> watched;

    @Inject
    FailOver(
            JobsDatabase database,
            GatewaysInUse inUse,
            Judgement judgement,
            Refusals refusals,
            Event<GatewaysWatched> watched) {
        this.database = database;
        this.inUse = inUse;
        this.judgement = judgement;
        this.refusals = refusals;
        this.watched = watched;
    }

    /** Judges all that is newly known. */
    @Override
    public void run() {
        var used = inUse.list();
        used.stream().filter(gateway -> gateway.has(Ability.RECEIPTS)).forEach(gateway -> examine(gateway.name()));
        var judged = names(used.stream().filter(GatewaysInUse::mayGiveReceipts));
        database.withoutTransaction(Standings::listGateways).stream()
                .filter(name -> !judged.contains(name))
                .forEach(judgement::forget);
        var degraded = database.withoutTransaction(Standings::degraded);
        degraded.forEach(judgement::suspect);
        var names = names(used.stream());
        watched.fire(new GatewaysWatched(uncovered(degraded), refusals.find(names), names));
    }

    private static Set<String> names(Stream<OpenGateway> gateways) {
        return gateways.map(OpenGateway::name).collect(Collectors.toUnmodifiableSet());
    }

    private void examine(String gateway) {
        Findings findings;
        do {
            findings = judgement.judge(gateway);
            findings.degraded().forEach(FailOver::logDegraded);
            findings.restored().forEach(FailOver::logRestored);
        } while (findings.more());
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
