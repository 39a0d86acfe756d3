package org.bookbell.booking.limit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bookbell.booking.limit.BookingRates.Rates;
import org.bookbell.storage.TestDatabase;

/** The limits of visitors on a test's database, as the container would wire them. */
public final class LimitsHouse {

    /** As they are without configuration. */
    public static final Rates USUAL = new Rates(60, 200, 10, 20, 20, 30, 4, 10, 5);

    private LimitsHouse() {}

    public static BookingLimits on(TestDatabase database) {
        return new BookingLimits(tries(database), new Ceilings(new BookingRates(USUAL)));
    }

    static BookingTries tries(TestDatabase database) {
        return new BookingTries(database.sql(), database.ids(), database.clock()) {
            @Override
            public Optional<Reached> findReached(Collection<Ceiling> ceilings) {
                return database.inTransaction(() -> super.findReached(ceilings));
            }

            @Override
            public Optional<Reached> findPassed(Collection<Ceiling> ceilings) {
                return database.inTransaction(() -> super.findPassed(ceilings));
            }

            @Override
            public boolean hasHappened(Ceiling ceiling) {
                return database.inTransaction(() -> super.hasHappened(ceiling));
            }

            @Override
            public List<Long> add(Collection<byte[]> subjects) {
                return database.inTransaction(() -> super.add(subjects));
            }

            @Override
            public void remove(Collection<Long> rows) {
                database.inTransaction(() -> super.remove(rows));
            }

            @Override
            public void purge() {
                database.inTransaction(super::purge);
            }
        };
    }
}
