package org.bookbell.dispatch.guard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bookbell.client.Channel;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** The counters of some organizations, locked in their order until the transaction ends. */
public final class Tallies {

    private static final int USUAL_DAYS = 14;
    private static final String LOCK = "SELECT " + Tally.COLUMNS + " FROM guard_count WHERE organization_id IN ";

    private final Map<Long, Map<Channel, Tally>> byOrganization;

    private Tallies(Map<Long, Map<Channel, Tally>> byOrganization) {
        this.byOrganization = byOrganization;
    }

    /**
     * Locks and reads them as they stand at {@code now}.
     *
     * @param zones of the organizations
     */
    public static Tallies lock(Sql sql, SortedMap<Long, ZoneId> zones, Instant now) {
        var locked = lockRows(sql, zones.keySet());
        if (locked.size() < zones.size()) {
            create(
                    sql,
                    zones.keySet().stream()
                            .filter(id -> !locked.containsKey(id))
                            .toList());
            locked.putAll(lockRows(sql, zones.keySet()));
        }
        locked.values().stream()
                .flatMap(each -> each.values().stream())
                .forEach(tally -> turn(sql, tally, zone(zones, tally), now));
        return new Tallies(locked);
    }

    private static ZoneId zone(Map<Long, ZoneId> zones, Tally tally) {
        var zone = zones.get(tally.organizationId());
        if (zone == null) {
            throw new IllegalStateException("counters of an organization that was not asked for");
        }
        return zone;
    }

    private static Map<Long, Map<Channel, Tally>> lockRows(Sql sql, Collection<Long> organizations) {
        var locked = new TreeMap<Long, Map<Channel, Tally>>();
        sql.list(
                        LOCK + Sql.marks(organizations.size()) + " ORDER BY organization_id, channel FOR UPDATE",
                        Tally::read,
                        organizations.toArray())
                .forEach(tally -> locked.computeIfAbsent(tally.organizationId(), id -> new EnumMap<>(Channel.class))
                        .put(tally.channel(), tally));
        return locked;
    }

    /** The organization's row is locked first, so that of two nodes one finds what the other made. */
    private static void create(Sql sql, List<Long> organizations) {
        sql.list(
                "SELECT id FROM organization WHERE id IN " + Sql.marks(organizations.size())
                        + " ORDER BY id FOR UPDATE",
                row -> row.getLong("id"),
                organizations.toArray());
        var known = lockRows(sql, organizations);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var organization : organizations) {
            if (!known.containsKey(organization)) {
                for (var channel : Channel.values()) {
                    rows.add(new @Nullable Object[] {organization, channel, 0, 0, 0, 0, 0, 0, 0, 0});
                }
            }
        }
        sql.insertAll("INSERT INTO guard_count (" + Tally.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    }

    /** Once a day: keeps what the last day came to and learns anew what is usual. */
    private static void turn(Sql sql, Tally tally, ZoneId zone, Instant now) {
        var isOver = tally.isBefore(now, zone);
        tally.turn(now, zone).ifPresent(past -> keep(sql, past));
        if (isOver) {
            tally.learn(usual(sql, tally));
        }
    }

    private static void keep(Sql sql, Tally.Past day) {
        sql.update(
                "INSERT INTO guard_day (organization_id, channel, day_no, sent) VALUES (?, ?, ?, ?)",
                day.organizationId(),
                day.channel(),
                day.dayNo(),
                day.sent());
    }

    /** The mean of the days on which anything was sent, so that week-ends do not make Mondays unusual. */
    private static long usual(Sql sql, Tally tally) {
        return sql.count(
                "SELECT CEIL(AVG(sent * 1.0)) FROM guard_day WHERE organization_id = ? AND channel = ? AND day_no >= ?"
                        + " AND day_no < ?",
                tally.organizationId(),
                tally.channel(),
                tally.dayNo() - USUAL_DAYS,
                tally.dayNo());
    }

    public Tally of(long organizationId, Channel channel) {
        var tally = byOrganization.getOrDefault(organizationId, Map.of()).get(channel);
        if (tally == null) {
            throw new IllegalStateException("counters of an organization that was not asked for");
        }
        return tally;
    }

    public void write(Sql sql) {
        sql.batch(
                "UPDATE guard_count SET minute_no = ?, minute_used = ?, day_no = ?, day_used = ?, usual = ?,"
                        + " day_spent = ?, month_no = ?, month_spent = ? WHERE organization_id = ? AND channel = ?",
                byOrganization.values().stream()
                        .flatMap(each -> each.values().stream())
                        .filter(Tally::isChanged)
                        .map(Tally::values)
                        .toList());
    }
}
