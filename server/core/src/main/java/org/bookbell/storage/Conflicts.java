package org.bookbell.storage;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Which failures mean "another transaction was faster; do it again": what the database reports, and an entity whose row
 * has another version by now. The second run sees what the first one lost against.
 */
public final class Conflicts {

    /**
     * MySQL and MariaDB: 1205 lock wait time-out, 1213 deadlock, 1020 record changed since last read. H2: 50200 lock
     * time-out, 90131 concurrent update; its deadlock is SQLState 40001.
     */
    private static final Set<Integer> ERROR_CODES = Set.of(1205, 1213, 1020, 50200, 90131);

    private static final RetryPolicy<Object> POLICY = RetryPolicy.builder()
            .handleIf(Conflicts::isConflict)
            .withMaxRetries(10)
            .withBackoff(Duration.ofMillis(2), Duration.ofMillis(100))
            .withJitter(0.5)
            .build();

    private Conflicts() {}

    /** Runs a whole transaction, again after each conflict, at most eleven times. */
    public static <T> T retry(Callable<T> transaction) throws Exception {
        try {
            return Failsafe.with(POLICY).get(transaction::call);
        } catch (FailsafeException wrapped) {
            if (wrapped.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw wrapped;
        }
    }

    /** Whether {@code failure} means that another transaction was faster. */
    public static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || (cause instanceof SQLException sql && isConflict(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConflict(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || ERROR_CODES.contains(failure.getErrorCode());
    }
}
