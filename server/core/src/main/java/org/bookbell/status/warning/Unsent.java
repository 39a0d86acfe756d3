package org.bookbell.status.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bookbell.status.Incident;
import org.bookbell.storage.Sql;

/** Reminders to clients that were due and have not arrived, for appointments that are still to come. */
final class Unsent {

    /** What the watchdog calls late. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private static final String REMINDERS = "SELECT appointment_start, COUNT(*) AS reminders FROM message"
            + " WHERE organization_id = ? AND %s AND kind = 'REMINDER' AND recipient_kind = 'CLIENT'%s"
            + " AND appointment_start > ? GROUP BY appointment_start";
    private static final String WAITING = "state = 'PLANNED' AND due_at <= ?";
    private static final String FAILED = "state IN ('SUSPECT', 'UNDELIVERED', 'REFUSED', 'TOO_LATE') AND state_at >= ?";

    private Unsent() {}

    /** How many there are since {@code incident} began, by the day of the appointment. */
    static SortedMap<LocalDate, Long> byDay(Sql sql, Incident incident, long organizationId, ZoneId zone, Instant now) {
        var channel = incident.kind() == Incident.Kind.EMAIL ? " AND channel = 'EMAIL'" : "";
        var days = new TreeMap<LocalDate, Long>();
        Stream.of(Map.entry(WAITING, now.minus(LATE)), Map.entry(FAILED, incident.suspectFrom()))
                .flatMap(each -> sql
                        .list(
                                REMINDERS.formatted(each.getKey(), channel),
                                row -> Map.entry(row.getInstant("appointment_start"), row.getLong("reminders")),
                                organizationId,
                                each.getValue(),
                                now)
                        .stream())
                .forEach(each -> days.merge(each.getKey().atZone(zone).toLocalDate(), each.getValue(), Long::sum));
        return days;
    }
}
