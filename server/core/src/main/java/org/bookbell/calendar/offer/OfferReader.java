package org.bookbell.calendar.offer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.offer.slot.SlotRules;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Reads what slots are made of, in few statements that each use one index range per calendar. Calendars are joined, not
 * listed: beside a list H2 uses the index for the times alone and reads the whole table.
 */
@Dependent
class OfferReader {

    /** No busy time is longer, so that what reaches into a range starts less than this before it. */
    private static final Duration LONGEST_BUSY = Duration.ofHours(24);

    /** How far back blocks are wanted that shape the grid of a range's first day. */
    private static final Duration BLOCKS_BEFORE = Duration.ofDays(2);

    private static final String VERSIONS = "SELECT o.version AS organization_version, s.version AS service_version,"
            + " SUM(st.version) AS staff_versions, SUM(%s) AS calendar_versions"
            + " FROM service s JOIN organization o ON o.id = s.organization_id"
            + " LEFT JOIN service_staff ss ON ss.service_id = s.id"
            + " LEFT JOIN staff st ON st.id = ss.staff_id LEFT JOIN calendar c ON c.id = ss.staff_id"
            + " WHERE s.id = ? AND s.organization_id = ? GROUP BY o.version, s.version";
    private static final String VERSIONS_OF_ALL = VERSIONS.formatted("c.version");
    private static final String VERSIONS_OF_ONE = VERSIONS.formatted("CASE WHEN c.id = ? THEN c.version ELSE 0 END");

    private static final String SERVICE =
            "SELECT s.active, s.online, s.duration_minutes, s.gap_minutes, s.step_minutes,"
                    + " s.notice_minutes, s.window_days, o.zone FROM service s JOIN organization o ON o.id = s.organization_id"
                    + " WHERE s.id = ?";
    private static final String STAFF = "SELECT st.id, st.zone, h.weekday, h.from_minute, h.to_minute"
            + " FROM service_staff ss JOIN staff st ON st.id = ss.staff_id"
            + " LEFT JOIN weekly_hours h ON h.staff_id = st.id"
            + " WHERE ss.service_id = ? AND st.active = TRUE ORDER BY st.position, st.name, st.id";

    private final Sql sql;

    @Inject
    OfferReader(Sql sql) {
        this.sql = sql;
    }

    /** One busy time. */
    record Busy(long calendarId, Instant from, Instant to, Optional<Instant> heldUntil) {}

    /** One time block. */
    record Block(long calendarId, BlockKind kind, Instant from, Instant to) {}

    /** What the answer for a service, or for one of its staff, rests on. */
    Versions versions(long organizationId, long serviceId, Optional<Long> staffId) {
        Optional<Versions> versions = staffId.isPresent()
                ? sql.find(VERSIONS_OF_ONE, OfferReader::versions, staffId.get(), serviceId, organizationId)
                : sql.find(VERSIONS_OF_ALL, OfferReader::versions, serviceId, organizationId);
        return versions.orElseThrow(() -> ProblemException.notFound("service"));
    }

    private static Versions versions(Row row) throws SQLException {
        return new Versions(
                row.getLong("organization_version"),
                row.getLong("service_version"),
                row.getLong("staff_versions"),
                row.getLong("calendar_versions"));
    }

    Roster roster(long serviceId, Versions versions) {
        List<Roster.Member> members = members(serviceId);
        return sql.find(
                        SERVICE,
                        row -> new Roster(
                                versions,
                                row.isTrue("active"),
                                row.isTrue("online"),
                                SlotRules.ofMinutes(
                                        row.getInt("duration_minutes"),
                                        row.getInt("gap_minutes"),
                                        row.getInt("step_minutes")),
                                Duration.ofMinutes(row.getInt("notice_minutes")),
                                row.getInt("window_days"),
                                ZoneId.of(row.getText("zone")),
                                members),
                        serviceId)
                .orElseThrow(() -> ProblemException.notFound("service"));
    }

    private List<Roster.Member> members(long serviceId) {
        Map<Long, ZoneId> zones = new LinkedHashMap<>();
        Map<Long, Map<DayOfWeek, List<LocalRange>>> weeks = new LinkedHashMap<>();
        sql.list(
                STAFF,
                row -> {
                    long id = row.getLong("id");
                    zones.put(id, ZoneId.of(row.getText("zone")));
                    Map<DayOfWeek, List<LocalRange>> week =
                            weeks.computeIfAbsent(id, key -> new EnumMap<>(DayOfWeek.class));
                    if (row.findLong("weekday").isPresent()) {
                        week.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), key -> new ArrayList<>())
                                .add(new LocalRange(row.getInt("from_minute"), row.getInt("to_minute")));
                    }
                    return id;
                },
                serviceId);
        return zones.entrySet().stream()
                .map(zone -> new Roster.Member(
                        zone.getKey(), zone.getValue(), new WeeklyHours(weeks.getOrDefault(zone.getKey(), Map.of()))))
                .toList();
    }

    /** Every busy time that overlaps the range, expired holds among them. */
    List<Busy> busy(List<Long> calendars, Instant from, Instant to) {
        return sql.list(
                "SELECT t.calendar_id, t.starts_at, t.ends_at, t.held_until FROM calendar c"
                        + " JOIN busy_time t ON t.calendar_id = c.id AND t.starts_at > ? AND t.starts_at < ?"
                        + " WHERE c.id IN " + Sql.marks(calendars.size()),
                row -> new Busy(row.getLong(1), row.getInstant(2), row.getInstant(3), row.findInstant(4)),
                parameters(calendars, from.minus(LONGEST_BUSY), to));
    }

    /** Every block that overlaps the range or the two days before it. */
    List<Block> blocks(List<Long> calendars, Instant from, Instant to) {
        Instant since = from.minus(BLOCKS_BEFORE);
        return sql.list(
                "SELECT b.calendar_id, b.kind, b.starts_at, b.ends_at FROM calendar c"
                        + " JOIN time_block b ON b.calendar_id = c.id AND b.starts_at > ? AND b.starts_at < ?"
                        + " AND b.ends_at > ? WHERE c.id IN " + Sql.marks(calendars.size()),
                row -> new Block(
                        row.getLong("calendar_id"),
                        BlockKind.valueOf(row.getText("kind")),
                        row.getInstant("starts_at"),
                        row.getInstant("ends_at")),
                parameters(calendars, since.minus(TimeBlock.LONGEST), to, since));
    }

    private static Object[] parameters(List<Long> calendars, Instant... bounds) {
        List<Object> parameters = new ArrayList<>(List.of((Object[]) bounds));
        parameters.addAll(calendars);
        return parameters.toArray();
    }
}
