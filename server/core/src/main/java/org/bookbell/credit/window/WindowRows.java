package org.bookbell.credit.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** No-charge windows as they are read and written, in whoever's transaction. */
public final class WindowRows {

    /** A settlement that has read the windows before one was opened has ended by then. */
    private static final Duration LONGEST_SETTLEMENT = Duration.ofMinutes(2);

    private static final int MOST = 1000;
    private static final String SELECT = "SELECT " + NoChargeWindow.COLUMNS + " FROM no_charge_window";
    private static final Row.Reader<NoChargeWindow> WINDOW = NoChargeWindow::read;

    private WindowRows() {}

    /** Windows that touch a time, the last to begin first. */
    public static List<NoChargeWindow> listBetween(Sql sql, Instant first, Instant last) {
        return sql.list(
                SELECT + " WHERE starts_at <= ? AND (ends_at IS NULL OR ends_at > ?) ORDER BY starts_at DESC LIMIT "
                        + MOST,
                WINDOW,
                last,
                first);
    }

    /** Windows in which something may have been charged before they were opened. */
    public static List<NoChargeWindow> listUnswept(Sql sql) {
        return sql.list(SELECT + " WHERE swept = FALSE ORDER BY id LIMIT 20", WINDOW);
    }

    /** Notes that nothing is charged inside {@code window} any more, if it is old enough to be sure. */
    public static void sweep(Sql sql, NoChargeWindow window, Instant now) {
        if (now.isAfter(window.changedAt().plus(LONGEST_SETTLEMENT))) {
            sql.update(
                    "UPDATE no_charge_window SET swept = TRUE WHERE id = ? AND changed_at = ?",
                    window.id(),
                    window.changedAt());
        }
    }

    static List<NoChargeWindow> listNewest(Sql sql) {
        return sql.list(SELECT + " ORDER BY starts_at DESC, id DESC LIMIT " + MOST, WINDOW);
    }

    static Optional<NoChargeWindow> find(Sql sql, long id) {
        return sql.find(SELECT + " WHERE id = ?", WINDOW, id);
    }

    static void insert(Sql sql, NoChargeWindow window) {
        sql.update(
                "INSERT INTO no_charge_window (id, organization_id, gateway, starts_at, ends_at, reason, automatic,"
                        + " changed_at, swept) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                window.id(),
                window.organizationId(),
                window.gateway().orElse(null),
                window.startsAt(),
                window.endsAt().orElse(null),
                window.reason(),
                window.automatic(),
                window.changedAt());
    }

    /** The open window that fail-over made for a gateway. */
    static Optional<NoChargeWindow> findOpen(Sql sql, String gateway) {
        return sql.find(
                SELECT + " WHERE ends_at IS NULL AND automatic = TRUE AND gateway = ? ORDER BY starts_at LIMIT 1",
                WINDOW,
                gateway);
    }

    static void moveStart(Sql sql, long id, Instant startsAt, Instant now) {
        sql.update(
                "UPDATE no_charge_window SET starts_at = ?, changed_at = ?, swept = FALSE WHERE id = ?",
                startsAt,
                now,
                id);
    }

    /** Ends a window, or ends it earlier; what is free already stays free. */
    static int end(Sql sql, long id, Instant endsAt) {
        return sql.update(
                "UPDATE no_charge_window SET ends_at = ? WHERE id = ? AND (ends_at IS NULL OR ends_at > ?)",
                endsAt,
                id,
                endsAt);
    }
}
