package org.bookbell.credit.window;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/**
 * The windows that the server opens by itself while a gateway is degraded, in a job's transaction; each call is safe to
 * repeat.
 */
@Dependent
public class NoChargeWindows {

    private static final String REASON = "the gateway was degraded";

    private final Ids ids;
    private final Clock clock;

    @Inject
    public NoChargeWindows(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Charges nothing for what {@code gateway} took since {@code from}, for anybody, until {@link #close}. */
    public void open(Sql sql, String gateway, Instant from) {
        var now = clock.instant();
        var open = WindowRows.findOpen(sql, gateway);
        if (open.isEmpty()) {
            WindowRows.insert(
                    sql,
                    new NoChargeWindow(ids.next(), 0, Optional.of(gateway), from, Optional.empty(), REASON, true, now));
        } else if (from.isBefore(open.get().startsAt())) {
            WindowRows.moveStart(sql, open.get().id(), from, now);
        }
    }

    /** Charges again for what {@code gateway} takes from {@code until} on. */
    public void close(Sql sql, String gateway, Instant until) {
        WindowRows.findOpen(sql, gateway).ifPresent(open -> WindowRows.end(sql, open.id(), until));
    }
}
