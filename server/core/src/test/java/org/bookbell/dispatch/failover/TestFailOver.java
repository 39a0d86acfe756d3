package org.bookbell.dispatch.failover;

import java.time.Clock;
import org.bookbell.credit.window.NoChargeWindows;
import org.bookbell.dispatch.History;
import org.bookbell.dispatch.health.Examination;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.RecordedEvents;

/** The watch over gateways as the container would wire it. */
public final class TestFailOver {

    private TestFailOver() {}

    public static FailOver of(
            JobsDatabase database,
            OpenGateways gateways,
            History history,
            Ids ids,
            Clock clock,
            RecordedEvents<GatewaysWatched> watched) {
        return new FailOver(
                database,
                gateways,
                new Examination(new Standings(clock), clock),
                new Suspects(history, clock),
                new NoChargeWindows(database, ids, clock),
                watched,
                clock);
    }
}
