package org.bookbell.dispatch.job;

import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.job.batch.Jobs;
import org.bookbell.dispatch.job.batch.Pulse;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;

/** A node's tick on a test's database, with a Batch runtime that runs nothing. */
public final class TickHouse {

    private final FakeBatch batch = new FakeBatch();
    private final Tick tick;

    public TickHouse(TestDatabase database, DispatchHouse house) {
        var lease = new Lease(database.jobsDatabase(), new LeaseTime(database.jobs()), new Node(1, "test"));
        tick = new Tick(
                house.claims(),
                house.dispatcher(),
                lease,
                new Jobs(batch::operator, null, new Pulse()),
                new LastTick(System::nanoTime),
                database.clock());
    }

    /** One second's work; the job that it starts first, as proof of life, is over at once. */
    public void tick() {
        tick.tick();
        batch.running().forEach(batch::complete);
    }

    /** How often the job was started. */
    public int started() {
        return batch.started();
    }
}
