package org.bookbell.export.archive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.booking.BookedElsewhere;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.archive.file.Line;
import org.bookbell.export.archive.file.LineReader;
import org.bookbell.export.archive.file.OrganizationJson;
import org.bookbell.export.archive.file.Table;
import org.bookbell.export.archive.file.Tables;
import org.bookbell.export.imports.FaultList;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/** Brings the rows of an archive into the tables, in the running transaction; members excepted, who are no rows. */
@Dependent
class ArchivedRows {

    private static final int AT_ONCE = 500;
    private static final String CALENDAR = "INSERT INTO calendar (id, organization_id, version) VALUES (?, ?, ?)";

    private final Sql sql;
    private final BookedElsewhere booked;
    private final Clock clock;

    @Inject
    ArchivedRows(Sql sql, BookedElsewhere booked, Clock clock) {
        this.sql = sql;
        this.booked = booked;
        this.clock = clock;
    }

    /** Adds all rows; what is wrong is told by {@code faults}, and then nothing more is added. */
    void add(long organizationId, LineReader lines, FaultList faults) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var table : Tables.IN_JSON) {
            var sink = new Sink(table, organizationId, now, faults);
            lines.readJson(table, sink);
            sink.flush();
        }
        for (var table : Tables.IN_CSV) {
            if (!table.is(Tables.MEMBERS)) {
                var sink = new Sink(table, organizationId, now, faults);
                lines.read(table, sink);
                sink.flush();
            }
        }
    }

    /** Gathers rows of a table and adds some hundred at once. */
    private final class Sink implements Consumer<Line> {

        private final Table table;
        private final String file;
        private final long organizationId;
        private final Instant now;
        private final FaultList faults;
        private final List<Line> waiting = new ArrayList<>();

        Sink(Table table, long organizationId, Instant now, FaultList faults) {
            this.table = table;
            this.file = Tables.IN_JSON.contains(table) ? OrganizationJson.FILE : table.file();
            this.organizationId = organizationId;
            this.now = now;
            this.faults = faults;
        }

        @Override
        public void accept(Line line) {
            if (table.is(Tables.ORGANIZATION) && line.id("id") != organizationId) {
                faults.add(OrganizationJson.FILE, "The settings are not those of the manifest's organization.");
            }
            waiting.add(table.is(Tables.MESSAGES) ? Landing.of(line, now) : line);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (faults.isEmpty() && !waiting.isEmpty()) {
                try {
                    insert();
                } catch (SqlException failure) {
                    tell(failure);
                }
                if (table.is(Tables.APPOINTMENTS)) {
                    waiting.forEach(this::keepBusy);
                }
            }
            waiting.clear();
        }

        private void insert() {
            if (table.is(Tables.STAFF) || table.is(Tables.RESOURCES)) {
                sql.insertAll(
                        CALENDAR,
                        waiting.stream()
                                .map(line -> new Object[] {line.id("id"), organizationId, 0L})
                                .toList());
            }
            sql.insertAll(
                    table.insert(),
                    waiting.stream()
                            .map(line -> table.parameters(organizationId, line, now))
                            .toList());
        }

        /** What the database refuses for its content is the file's fault; all else is ours. */
        private void tell(SqlException failure) {
            if (SqlException.isOutage(failure)) {
                throw failure;
            }
            var first = waiting.get(0).number();
            var last = waiting.get(waiting.size() - 1).number();
            faults.add(
                    file,
                    first,
                    "",
                    "In the lines " + first + " to " + last
                            + (SqlException.isDuplicate(failure)
                                    ? " an id or key stands twice, or this server has it already."
                                    : " a value is longer or greater than the server can keep."));
            faults.throwIfAny();
        }

        private void keepBusy(Line line) {
            if (line.text("status").equals(AppointmentStatus.CANCELLED.name())) {
                return;
            }
            var start = line.time("starts_at");
            var end = line.time("ends_at");
            if (!start.isBefore(end)) {
                faults.add(file, line.number(), "endsAt", "The appointment ends before it starts.");
                return;
            }
            var busy = new TimeSlot(start, end).extendedBy(Duration.ofMinutes(line.number("gap_minutes")));
            if (!booked.keepBusy(line.id("staff_id"), busy, line.id("id"))) {
                faults.add(
                        file,
                        line.number(),
                        "startsAt",
                        "The time overlaps with another appointment, or is longer than 24 hours.");
            }
        }
    }
}
