package org.bookbell.export.imports;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.booking.BookedElsewhere;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.StaffList;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/**
 * Brings appointments in from a file. Each takes its time by the lock by which all are booked, at any hour that is free;
 * its reminders are planned in the same transaction, and nobody is told of it at once, since it was agreed elsewhere.
 */
@UseCase
public class AppointmentsImport {

    /** How many lines one file may have: the calendars are locked until the last one is in. */
    public static final int MOST_LINES = 2_000;

    private static final Set<Field> FIELDS = EnumSet.of(
            Field.NAME,
            Field.EMAIL,
            Field.MOBILE,
            Field.PHONE,
            Field.SMS_CONSENT,
            Field.CLIENT,
            Field.SERVICE,
            Field.STAFF,
            Field.START,
            Field.END,
            Field.DATE,
            Field.START_TIME,
            Field.ZONE,
            Field.STATUS,
            Field.NOTE);
    private static final Set<String> LIVE = Set.of("BOOKED", "CONFIRMED", "REQUESTED");
    private static final Set<String> OVER = Set.of("CANCELLED", "NO_SHOW", "COMPLETED");
    private static final int LONGEST_NOTE = 1000;

    private final Organizations organizations;
    private final ImportedClients clients;
    private final BookedElsewhere booked;
    private final Services services;
    private final StaffList staff;
    private final Audit audit;

    @Inject
    public AppointmentsImport(
            Organizations organizations,
            ImportedClients clients,
            BookedElsewhere booked,
            Services services,
            StaffList staff,
            Audit audit) {
        this.organizations = organizations;
        this.clients = clients;
        this.booked = booked;
        this.services = services;
        this.staff = staff;
        this.audit = audit;
    }

    /** Brings all lines in; a trial ends by an exception that has the report. */
    public ImportReport run(
            Actor actor, long organizationId, byte[] content, CsvTable.Mapping mapping, boolean dryRun) {
        var faults = new FaultList();
        var table = CsvTable.read(content, mapping, faults);
        check(table, faults);
        var batch = new Batch(actor, organizations.get(organizationId), faults);
        table.lines().forEach(batch::take);
        faults.throwIfAny();
        var report = new ImportReport(dryRun, table.lines().size(), batch.taken, 0, batch.leftOut);
        if (dryRun) {
            throw new TrialEndedException(report);
        }
        audit.record(
                actor,
                organizationId,
                "appointments.imported",
                "organization",
                organizationId,
                report.created() + " new, " + report.leftOut() + " left out");
        return report;
    }

    /** Refuses a file whose columns do not fit; faults of single lines can wait for those of the others. */
    private static void check(CsvTable table, FaultList faults) {
        var before = faults.count();
        table.allowOnly(FIELDS, faults);
        if (!table.has(Field.SERVICE)) {
            faults.add("lines", 1, Field.SERVICE.heading(), "The file needs a column service.");
        }
        if (!table.has(Field.START) && !(table.has(Field.DATE) && table.has(Field.START_TIME))) {
            faults.add("lines", 1, Field.START.heading(), "The file needs a column start, or date and startTime.");
        }
        if (!table.has(Field.NAME) && !table.has(Field.CLIENT)) {
            faults.add("lines", 1, Field.NAME.heading(), "The file needs a column clientName, or client with ids.");
        }
        table.allowAtMost(MOST_LINES, faults);
        if (faults.count() > before) {
            faults.throwIfAny();
        }
    }

    /** The lines of one file. */
    private final class Batch {

        private final Actor actor;
        private final long organizationId;
        private final FaultList faults;
        private final ImportedClients.Batch guests;
        private final Bookable bookable;
        private final LineTimes times;
        private long taken;
        private long leftOut;

        Batch(Actor actor, Organization organization, FaultList faults) {
            this.actor = actor;
            this.organizationId = organization.id();
            this.faults = faults;
            this.guests = clients.begin(actor, organization, faults, false);
            this.bookable = Bookable.of(services.list(organizationId), staff.list(organizationId));
            this.times = new LineTimes(organization.zone(), faults);
        }

        void take(CsvLine line) {
            var status = line.find(Field.STATUS).orElse("BOOKED").toUpperCase(Locale.ROOT);
            if (OVER.contains(status)) {
                leftOut++;
                return;
            }
            if (!LIVE.contains(status)) {
                add(
                        line,
                        Field.STATUS,
                        "The value is no status of an appointment; leave it empty for one that is booked.");
            }
            var note = line.find(Field.NOTE);
            if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
                add(line, Field.NOTE, "The note must have at most " + LONGEST_NOTE + " characters.");
            }
            var guest = guests.resolve(line);
            var start = times.start(line).filter(at -> isSensible(line, at));
            var wish = bookable.service(line, faults).flatMap(service -> wish(line, service, start));
            if (guest.isPresent() && wish.isPresent()) {
                take(line, wish.get(), guest.get(), note);
            }
        }

        private boolean isSensible(CsvLine line, Instant start) {
            var isSensible = booked.isSensible(start);
            if (!isSensible) {
                add(line, Field.START, "The start must lie within the next two years and at most a day in the past.");
            }
            return isSensible;
        }

        private Optional<SlotWish> wish(CsvLine line, Bookable.Named service, Optional<Instant> start) {
            var who = bookable.staff(line, service, faults);
            start.ifPresent(at -> times.checkEnd(line, at, service.duration()));
            return start.flatMap(at ->
                    who.map(staffId -> new SlotWish(service.id(), Optional.of(staffId), at, BookingSource.API, false)));
        }

        private void take(CsvLine line, SlotWish wish, long clientId, Optional<String> note) {
            if (booked.take(actor, organizationId, wish, clientId, note).isPresent()) {
                taken++;
            } else {
                add(line, Field.START, "The time is not free, here or by an earlier line of the file.");
            }
        }

        private void add(CsvLine line, Field field, String detail) {
            faults.add("lines", line.number(), field.heading(), detail);
        }
    }
}
