package org.bookbell.dispatch.figures;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.TestDatabase;

/** Makes the tally for tests of other packages. */
public final class TestTally {

    private TestTally() {}

    /** One of a node that holds the lease with this fence. */
    public static Chore of(TestDatabase database, Supplier<OptionalLong> fence, Figures figures) {
        return new MessageTally(database.jobsDatabase(), fence, database.clock(), figures);
    }
}
