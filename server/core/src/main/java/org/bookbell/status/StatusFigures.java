package org.bookbell.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** The figures of the status page, of the server's gateways only, read at most once a minute. */
@ApplicationScoped
public class StatusFigures {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofHours(24);

    private final @Nullable Remembered<Optional<Status>> figures;

    /** For the container's proxy. */
    protected StatusFigures() {
        this.figures = null;
    }

    @Inject
    public StatusFigures(JobsDatabase database, Clock clock) {
        this.figures = new Remembered<>(
                FRESH,
                Optional.empty(),
                before -> Optional.of(database.withoutTransaction(sql -> read(sql, clock.instant()))));
    }

    public Status get() {
        if (figures == null) {
            throw new IllegalStateException("made without a database");
        }
        return figures.get().orElseThrow();
    }

    private static Status read(Sql sql, Instant now) {
        var since = now.minus(PERIOD);
        var reminders = reminders(sql, since);
        var gateways = sql.list(
                "SELECT name, channel FROM gateway WHERE enabled = TRUE AND organization_id = 0"
                        + " ORDER BY channel DESC, position, name",
                row -> figures(sql, row.getText("name"), row.getText("channel"), reminders, since));
        return new Status(now, channels(reminders), gateways, freeOfCharge(sql, now));
    }

    private static GatewayFigures figures(
            Sql sql, String gateway, String channel, Map<String, ChannelFigures> reminders, Instant since) {
        Map<String, Long> counts = sql
                .list(
                        "SELECT state, COUNT(*) AS attempts FROM attempt WHERE judged IN (FALSE, TRUE) AND gateway = ?"
                                + " AND state IN ('ACCEPTED', 'UNKNOWN', 'SUSPECT', 'UNDELIVERED', 'DELIVERED')"
                                + " AND submitted_at > ? GROUP BY state",
                        row -> Map.entry(row.getText("state"), row.getLong("attempts")),
                        gateway,
                        since)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        long taken = counts.values().stream().mapToLong(Long::longValue).sum();
        return new GatewayFigures(
                gateway,
                channel,
                taken,
                counts.getOrDefault("DELIVERED", 0L),
                counts.getOrDefault("UNDELIVERED", 0L),
                counts.getOrDefault("UNKNOWN", 0L) + counts.getOrDefault("SUSPECT", 0L),
                reminders.getOrDefault(gateway, new ChannelFigures(channel, 0, 0)));
    }

    /** By the server's gateway that they were given to first. */
    private static Map<String, ChannelFigures> reminders(Sql sql, Instant since) {
        return sql
                .list(
                        "SELECT a.gateway, m.channel, COUNT(*) AS sent,"
                                + " SUM(CASE WHEN TIMESTAMPDIFF(SECOND, m.due_at, a.submitted_at) <= 60"
                                + " THEN 1 ELSE 0 END) AS prompt FROM attempt a JOIN message m ON m.id = a.message_id"
                                + " WHERE a.attempt_no = 1 AND m.kind = 'REMINDER' AND a.judged IN (FALSE, TRUE)"
                                + " AND a.gateway IN (SELECT name FROM gateway WHERE organization_id = 0)"
                                + " AND a.state IN ('UNCLEAR', 'ACCEPTED', 'REFUSED', 'UNKNOWN', 'SUSPECT',"
                                + " 'UNDELIVERED', 'DELIVERED') AND a.submitted_at > ? GROUP BY a.gateway, m.channel",
                        row -> Map.entry(
                                row.getText("gateway"),
                                new ChannelFigures(row.getText("channel"), row.getLong("sent"), row.getLong("prompt"))),
                        since)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** SMS before e-mail. */
    private static List<ChannelFigures> channels(Map<String, ChannelFigures> reminders) {
        var channels = new TreeMap<String, ChannelFigures>(Comparator.reverseOrder());
        reminders.values().forEach(each -> channels.merge(each.channel(), each, ChannelFigures::plus));
        return List.copyOf(channels.values());
    }

    /** What one organization does not pay for is nobody else's business. */
    private static List<FreeOfCharge> freeOfCharge(Sql sql, Instant now) {
        return sql.list(
                "SELECT gateway, starts_at, ends_at FROM no_charge_window WHERE organization_id = 0"
                        + " AND (gateway IS NULL OR gateway NOT IN (SELECT g.name FROM gateway g WHERE g.organization_id <> 0))"
                        + " AND starts_at <= ? AND (ends_at IS NULL OR ends_at > ?) ORDER BY starts_at DESC LIMIT 20",
                row -> new FreeOfCharge(
                        row.findText("gateway"), row.getInstant("starts_at"), row.findInstant("ends_at")),
                now,
                now);
    }
}
