package org.bookbell.dispatch.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.start.Node;
import org.jspecify.annotations.Nullable;

/**
 * The right to run the job, held by one node for 15 s of the database's time after each renewal. Each new holder gets a
 * greater fence; a process takes over at once what an earlier process of its own node held.
 */
@ApplicationScoped
public class Lease {

    static final String DISPATCH = "dispatch";

    /** Shorter than the lease, so that a holder that cannot renew stops before another one begins. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final @Nullable JobsDatabase database;
    private final @Nullable LeaseTime time;
    private final int node;
    private volatile @Nullable Held held;
    private volatile boolean heldBefore;

    private record Held(long fence, long nanos) {

        boolean isTrusted() {
            return System.nanoTime() - nanos < TRUSTED.toNanos();
        }
    }

    /** For the container's proxy. */
    protected Lease() {
        this.database = null;
        this.time = null;
        this.node = -1;
    }

    @Inject
    Lease(JobsDatabase database, LeaseTime time, Node node) {
        this.database = database;
        this.time = time;
        this.node = node.number();
    }

    /** Takes or renews the lease; answers whether this process holds it. */
    public boolean hold() {
        if (database == null || time == null) {
            throw new IllegalStateException("made without a database");
        }
        var asked = System.nanoTime();
        var before = held;
        var fence = database.inTransaction(sql ->
                before != null && renew(sql, time, before.fence()) ? OptionalLong.of(before.fence()) : take(sql, time));
        held = fence.isPresent() ? new Held(fence.getAsLong(), asked) : null;
        heldBefore = heldBefore || fence.isPresent();
        return fence.isPresent();
    }

    private boolean renew(Sql sql, LeaseTime now, long fence) {
        return sql.update(
                        "UPDATE lease SET expires_at = " + now.expiry()
                                + " WHERE name = ? AND node_id = ? AND fence = ?",
                        DISPATCH,
                        node,
                        fence)
                == 1;
    }

    private OptionalLong take(Sql sql, LeaseTime now) {
        // what a predecessor of the same number held is free; what this process lost to a successor is not
        int predecessor = heldBefore ? -1 : node;
        int taken = sql.update(
                "UPDATE lease SET node_id = ?, fence = fence + 1, expires_at = " + now.expiry()
                        + " WHERE name = ? AND (expires_at <= " + now.now() + " OR node_id = ?)",
                node,
                DISPATCH,
                predecessor);
        if (taken == 0 && !found(sql)) {
            taken = first(sql, now);
        }
        return taken == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sql.count("SELECT fence FROM lease WHERE name = ?", DISPATCH));
    }

    private static boolean found(Sql sql) {
        return sql.count("SELECT COUNT(*) FROM lease WHERE name = ?", DISPATCH) > 0;
    }

    private int first(Sql sql, LeaseTime now) {
        try {
            return sql.update(
                    "INSERT INTO lease (name, node_id, fence, expires_at) VALUES (?, ?, 1, " + now.expiry() + ")",
                    DISPATCH,
                    node);
        } catch (SqlException failure) {
            if (SqlException.isDuplicate(failure)) {
                return 0;
            }
            throw failure;
        }
    }

    /** Whether this process held the lease so short ago that nobody else can hold it now. */
    public boolean isHeld() {
        var last = held;
        return last != null && last.isTrusted();
    }

    /** The fence of the lease held, or empty. */
    public OptionalLong fence() {
        var last = held;
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.fence());
    }

    /** Lets another node take over at once. */
    public void release() {
        var last = held;
        held = null;
        if (last != null && database != null && time != null) {
            var now = time.now();
            database.withoutTransaction(sql -> sql.update(
                    "UPDATE lease SET expires_at = " + now + " WHERE name = ? AND node_id = ? AND fence = ?",
                    DISPATCH,
                    node,
                    last.fence()));
        }
    }
}
