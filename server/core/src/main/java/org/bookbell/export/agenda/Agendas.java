package org.bookbell.export.agenda;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** Keeps when organizations want agendas. */
@UseCase
public class Agendas {

    static final String COLUMNS = "evening_minute, morning_minute, days_ahead, to_staff, addresses, version";
    /** When to look whether one is due where none is wanted. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final String SEPARATOR = " ";
    private static final int MINUTES_OF_HOUR = 60;

    private final Sql sql;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Agendas(Sql sql, Audit audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    public AgendaSettings get(long organizationId) {
        return sql.find(
                        "SELECT " + COLUMNS + " FROM agenda_settings WHERE organization_id = ?",
                        Agendas::read,
                        organizationId)
                .orElse(AgendaSettings.NONE);
    }

    /**
     * Replaces what was decided, if it is still as the caller saw it. What is planned already is sent.
     *
     * @param wish {@link AgendaSettings#version()} is what the caller saw; the addresses are in lower case
     */
    public AgendaSettings change(Actor actor, long organizationId, AgendaSettings wish) {
        check(wish);
        if (write(organizationId, wish) == 0) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The settings were changed meanwhile; read them again, then change them.");
        }
        audit.record(
                actor,
                organizationId,
                "agenda.changed",
                "organization",
                organizationId,
                wish.isWanted() ? "on" : "off");
        return get(organizationId);
    }

    private static void check(AgendaSettings wish) {
        var faults = new Faults();
        faults.check(
                wish.evening().filter(time -> !AgendaSettings.isEvening(time)).isEmpty(),
                "/evening",
                "The evening's agenda must be due from 12:00 to 23:59.");
        faults.check(
                wish.morning().filter(AgendaSettings::isEvening).isEmpty(),
                "/morning",
                "The morning's agenda must be due from 00:00 to 11:59.");
        faults.check(
                wish.daysAhead() >= 1 && wish.daysAhead() <= AgendaSettings.MOST_DAYS,
                "/daysAhead",
                "An agenda must look 1 to " + AgendaSettings.MOST_DAYS + " days ahead.");
        faults.check(
                wish.addresses().size() <= AgendaSettings.MOST_ADDRESSES,
                "/addresses",
                "At most " + AgendaSettings.MOST_ADDRESSES + " addresses can get it.");
        faults.throwIfAny();
    }

    private int write(long organizationId, AgendaSettings wish) {
        var lookAt = wish.isWanted() ? clock.instant().truncatedTo(ChronoUnit.MICROS) : NEVER;
        var addresses = String.join(SEPARATOR, wish.addresses());
        if (wish.version() == 0) {
            return sql.update(
                    "INSERT INTO agenda_settings (organization_id, evening_minute, morning_minute, days_ahead, to_staff,"
                            + " addresses, look_at, version) SELECT o.id, ?, ?, ?, ?, ?, ?, 1 FROM organization o"
                            + " WHERE o.id = ? AND NOT EXISTS"
                            + " (SELECT 1 FROM agenda_settings s WHERE s.organization_id = o.id)",
                    minute(wish.evening()),
                    minute(wish.morning()),
                    wish.daysAhead(),
                    wish.toStaff(),
                    addresses,
                    lookAt,
                    organizationId);
        }
        return sql.update(
                "UPDATE agenda_settings SET evening_minute = ?, morning_minute = ?, days_ahead = ?, to_staff = ?,"
                        + " addresses = ?, look_at = ?, version = version + 1 WHERE organization_id = ? AND version = ?",
                minute(wish.evening()),
                minute(wish.morning()),
                wish.daysAhead(),
                wish.toStaff(),
                addresses,
                lookAt,
                organizationId,
                wish.version());
    }

    static @Nullable Integer minute(Optional<LocalTime> time) {
        return time.map(Agendas::minute).orElse(null);
    }

    static int minute(LocalTime time) {
        return time.getHour() * MINUTES_OF_HOUR + time.getMinute();
    }

    static LocalTime time(long minute) {
        return LocalTime.of((int) minute / MINUTES_OF_HOUR, (int) minute % MINUTES_OF_HOUR);
    }

    public static AgendaSettings read(Row row) throws SQLException {
        var addresses = row.getText("addresses");
        return new AgendaSettings(
                row.findLong("evening_minute").map(Agendas::time),
                row.findLong("morning_minute").map(Agendas::time),
                row.getInt("days_ahead"),
                row.isTrue("to_staff"),
                addresses.isBlank() ? List.of() : List.of(addresses.split(SEPARATOR, -1)),
                row.getLong("version"));
    }
}
