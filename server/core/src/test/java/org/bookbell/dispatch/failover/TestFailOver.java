package org.bookbell.dispatch.failover;

import java.time.Clock;
import org.bookbell.credit.window.NoChargeWindows;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.health.Examination;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.RecordedEvents;

/** The watch over gateways as the container would wire it. */
public final class TestFailOver {

    private TestFailOver() {}

    public static FailOver of(
            JobsDatabase database,
            OpenGateways gateways,
            Orders orders,
            DispatchHealth health,
            History history,
            Ids ids,
            Clock clock,
            RecordedEvents<GatewaysWatched> watched) {
        var standings = new Standings(clock);
        var judgement = new Judgement(
                database,
                new Examination(standings, clock),
                standings,
                new Suspects(history, clock),
                new NoChargeWindows(ids, clock),
                clock);
        return new FailOver(
                database,
                new GatewaysInUse(database, gateways, orders),
                judgement,
                new Refusals(database, health, clock),
                watched);
    }
}
