package org.bookbell.dispatch.guard;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.bookbell.credit.price.PriceList;
import org.bookbell.storage.Sql;

/**
 * Looks at claimed messages before anything else does, in the transaction that claims them, so that of several nodes no
 * two count at once and nothing is counted that was not claimed. Each message is counted once, when it is let pass: what
 * is tried again, or was given a later minute, passes.
 */
@Dependent
public class Guards {

    private final ServerLimits server;
    private final Stopped stopped;
    private final Clock clock;

    @Inject
    public Guards(ServerLimits server, Stopped stopped, Clock clock) {
        this.server = server;
        this.stopped = stopped;
        this.clock = clock;
    }

    /** Of a batch of claims those that may go on now; the others are held, or planned for a later minute. */
    public <T> List<T> admit(Sql sql, List<T> claims, Function<T, Guarded> view) {
        var now = clock.instant();
        var counting = claims.stream()
                .map(view)
                .filter(message -> message.counts() && now.isBefore(message.usefulUntil()))
                .sorted(Guarded.FIRST_NEEDED)
                .toList();
        if (counting.isEmpty()) {
            return claims;
        }
        var staying = stop(sql, counting, now);
        return staying.isEmpty()
                ? claims
                : claims.stream()
                        .filter(claim -> !staying.contains(view.apply(claim).messageId()))
                        .toList();
    }

    private Set<Long> stop(Sql sql, List<Guarded> messages, Instant now) {
        var zones = new TreeMap<Long, ZoneId>();
        messages.forEach(message -> zones.put(message.organizationId(), message.zone()));
        var limits = LimitTable.effective(sql, zones.keySet(), server.limits());
        var tallies = Tallies.lock(sql, zones, now);
        var recipients = Recipients.read(sql, messages, limits, now);
        var batch = new Batch(limits, tallies, recipients, costs(sql, limits), now);
        messages.forEach(batch::decide);
        tallies.write(sql);
        recipients.write(sql, now);
        stopped.hold(sql, batch.held(), now);
        stopped.putOff(sql, batch.later(), now);
        var staying = new HashSet<Long>();
        batch.held().keySet().forEach(message -> staying.add(message.messageId()));
        batch.later().keySet().forEach(message -> staying.add(message.messageId()));
        return staying;
    }

    /** Prices are looked up only where somebody may not spend as much as there is. */
    private Costs costs(Sql sql, Map<Long, Limits> limits) {
        var isCapped = limits.values().stream().anyMatch(each -> each.spending().isCapped());
        var prices = isCapped ? PriceList.read(sql) : PriceList.of(List.of());
        return new Costs(prices, server.estimatedSegments());
    }
}
