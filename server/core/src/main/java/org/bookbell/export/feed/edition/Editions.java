package org.bookbell.export.feed.edition;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.access.Secrets;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * Says which edition of a feed is current, without reading its appointments: from how many there are, a sum that each
 * change of one of them alters, the last change, and the versions of the names that are written.
 */
@ReadModel
public class Editions {

    /** Raised when the same appointments are written otherwise. */
    private static final int FORMAT = 1;

    /** Prime, so that no two changes cancel each other out in the sum. */
    private static final int FACTORS = 1_000_003;

    private static final int TAG_BYTES = 16;

    private static final String NAMES =
            " + (SELECT COALESCE(SUM(v.version), 0) FROM service v WHERE v.organization_id ="
                    + " o.id) + (SELECT COALESCE(SUM(f.version), 0) FROM staff f WHERE f.organization_id = o.id) AS versions FROM ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Editions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The zone a feed is written in, and a sum that rises with every name in it but the clients'. */
    private record Surroundings(ZoneId zone, long versions) {}

    /** The appointments in a window as a whole. */
    private record Contents(long many, long sum, long clients, Optional<Instant> changedAt) {}

    public Edition current(Feed feed) {
        var around = surroundings(feed);
        var today = LocalDate.ofInstant(clock.instant(), around.zone());
        var window = Window.of(feed.view(), today, around.zone());
        var contents = contents(feed, window);
        if (contents.many() == 0) {
            window = lastBefore(feed, window.from()).map(window::reachingBackTo).orElse(window);
            contents = contents(feed, window);
        }
        var tag = hash(FORMAT, feed.id(), feed.version(), today, around.zone(), around.versions(), window, contents);
        var midnight = today.atStartOfDay(around.zone()).toInstant();
        var changed = Stream.concat(contents.changedAt().stream(), Stream.of(feed.changedAt(), midnight))
                .max(Instant::compareTo)
                .orElseThrow();
        return new Edition(tag, changed, window);
    }

    private Surroundings surroundings(Feed feed) {
        var row = switch (feed.kind()) {
            case ORGANIZATION -> "SELECT o.zone, o.version" + NAMES + "organization o WHERE o.id = ?";
            case STAFF ->
                "SELECT s.zone, o.version" + NAMES
                        + "organization o JOIN staff s ON s.organization_id = o.id WHERE o.id = ? AND s.id = ?";
            case CLIENT ->
                "SELECT s.zone, o.version + s.version" + NAMES
                        + "organization o JOIN client s ON s.organization_id = o.id WHERE o.id = ? AND s.id = ?";
        };
        Row.Reader<Surroundings> reader =
                found -> new Surroundings(ZoneId.of(found.getText("zone")), found.getLong("versions"));
        return sql.find(
                        row,
                        reader,
                        feed.kind() == FeedKind.ORGANIZATION
                                ? new @Nullable Object[] {feed.organizationId()}
                                : new @Nullable Object[] {feed.organizationId(), feed.subjectId()})
                .orElseThrow(() -> new IllegalStateException("feed has lost its subject"));
    }

    private Contents contents(Feed feed, Window window) {
        var clients = feed.kind() != FeedKind.CLIENT && feed.view().detail() != Detail.BUSY;
        return sql.find(
                        "SELECT COUNT(*) AS many, SUM((a.version + 1) * MOD(a.id, " + FACTORS + ")) AS total, "
                                + (clients ? "SUM(c.version)" : "0") + " AS clients, MAX(a.changed_at) AS changed_at"
                                + " FROM appointment a"
                                + (clients ? " LEFT JOIN client c ON c.id = a.client_id" : "")
                                + where(feed)
                                + " AND a.starts_at >= ? AND a.starts_at < ? AND a.status <> 'HELD'"
                                + " AND (a.status <> 'CANCELLED' OR a.changed_at >= ?)",
                        row -> new Contents(
                                row.getLong("many"),
                                row.getLong("total"),
                                row.getLong("clients"),
                                row.findInstant("changed_at")),
                        subject(feed),
                        window.from(),
                        window.to(),
                        window.cancelledSince())
                .orElseThrow();
    }

    /** The last one that is over and was not cancelled, otherwise that was. */
    private Optional<Instant> lastBefore(Feed feed, Instant from) {
        return sql.find(
                "SELECT a.starts_at FROM appointment a" + where(feed) + " AND a.starts_at < ? AND a.status <> 'HELD'"
                        + " ORDER BY CASE WHEN a.status = 'CANCELLED' THEN 1 ELSE 0 END, a.starts_at DESC LIMIT 1",
                row -> row.getInstant("starts_at"),
                subject(feed),
                from);
    }

    private static String where(Feed feed) {
        return switch (feed.kind()) {
            case ORGANIZATION -> " WHERE a.organization_id = ?";
            case STAFF -> " WHERE a.staff_id = ?";
            case CLIENT -> " WHERE a.client_id = ?";
        };
    }

    private static long subject(Feed feed) {
        return feed.kind() == FeedKind.ORGANIZATION ? feed.organizationId() : feed.subjectId();
    }

    private static String hash(Object... parts) {
        var text = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Secrets.hash(text), TAG_BYTES));
    }
}
