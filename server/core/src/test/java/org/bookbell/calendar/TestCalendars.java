package org.bookbell.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.Hours;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeBlocks;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.setup.HoursSetup;
import org.bookbell.calendar.setup.ResourceSetup;
import org.bookbell.calendar.setup.ServiceDetails;
import org.bookbell.calendar.setup.ServiceSetup;
import org.bookbell.calendar.setup.StaffDetails;
import org.bookbell.calendar.setup.StaffSetup;
import org.bookbell.calendar.setup.TimeBlockDetails;
import org.bookbell.calendar.setup.TimeBlockSetup;
import org.bookbell.calendar.setup.WeekDetails;
import org.bookbell.organization.Founding;
import org.bookbell.organization.Locations;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;

/** An organization in Berlin with calendars to set up and look at, on a database of its own. */
public final class TestCalendars implements AutoCloseable {

    public static final Actor DESK = Actor.member(7);

    public final TestDatabase database;
    public final RecordedEvents<StaffChanged> staffChanged = new RecordedEvents<>();
    public final StaffList staffList;
    public final Services services;
    public final Resources resources;
    public final TimeBlocks blocks;
    public final Hours hours;
    public final StaffSetup staffSetup;
    public final ServiceSetup serviceSetup;
    public final ResourceSetup resourceSetup;
    public final HoursSetup hoursSetup;
    public final TimeBlockSetup blockSetup;
    public final Organization organization;

    private TestCalendars(TestDatabase database) {
        this.database = database;
        var entities = database.entityManager();
        var organizations = new Organizations(entities);
        var calendars = new Calendars(database.sql());
        var ids = database.ids();
        var audit = database.audit();
        staffList = new StaffList(entities);
        services = new Services(entities);
        resources = new Resources(entities);
        blocks = new TimeBlocks(entities);
        hours = new Hours(entities, ids);
        staffSetup = new StaffSetup(staffList, organizations, calendars, ids, audit, staffChanged);
        serviceSetup = new ServiceSetup(services, staffList, new Locations(entities), calendars, ids, audit);
        resourceSetup = new ResourceSetup(resources, organizations, calendars, ids, audit);
        hoursSetup = new HoursSetup(staffList, hours, calendars, audit);
        blockSetup = new TimeBlockSetup(blocks, calendars, ids, audit);
        organization = found("quiet-hands");
    }

    public static TestCalendars h2() {
        return on(TestDatabase.h2());
    }

    public static TestCalendars on(TestDatabase database) {
        return new TestCalendars(database);
    }

    /** Another organization on the same server. */
    public Organization found(String slug) {
        var founding = new Founding(
                database.entityManager(),
                new Organizations(database.entityManager()),
                database.ids(),
                database.clock(),
                database.audit());
        return in(() -> founding.found(
                Actor.system(), new NewOrganization(slug, slug, "Europe/Berlin", "en-GB", "GB", null, null)));
    }

    public <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    public void in(Runnable work) {
        database.inTransaction(work);
    }

    public Staff aStaffMember(String name) {
        return in(() -> staffSetup.add(DESK, organization.id(), StaffDetails.named(name)));
    }

    /** Somebody who works from Monday to Friday from 9 to 12 and from 13 to 17 o'clock. */
    public Staff aStaffMemberOnWorkdays(String name) {
        var staff = aStaffMember(name);
        works(staff, WeeklyHours.onWorkdays(LocalRange.of("09:00", "12:00"), LocalRange.of("13:00", "17:00")));
        return staff;
    }

    public void works(Staff staff, WeeklyHours week) {
        in(() -> hoursSetup.replace(
                DESK,
                organization.id(),
                staff.id(),
                staffList.get(organization.id(), staff.id()).version(),
                WeekDetails.of(week)));
    }

    /** Takes 60 minutes on a grid of 30, no gap, no notice, a window of a year. */
    public Service aService(Staff... givenBy) {
        return aService(new ServiceTimes(60, 0, 30, 0, 365), givenBy);
    }

    public Service aService(ServiceTimes times, Staff... givenBy) {
        return in(() -> serviceSetup.add(DESK, organization.id(), details(times, givenBy)));
    }

    public static ServiceDetails details(ServiceTimes times, Staff... givenBy) {
        var staffIds = new ArrayList<Long>();
        List.of(givenBy).forEach(staff -> staffIds.add(staff.id()));
        return new ServiceDetails("Massage", null, null, times, null, true, 0, staffIds);
    }

    public TimeBlock block(BlockKind kind, Staff staff, String from, String to) {
        return in(() -> blockSetup.add(
                DESK, organization.id(), staff.id(), new TimeBlockDetails(kind, berlin(from), berlin(to), null)));
    }

    /** Books as the booking side does: busy time is written and the version raised in one transaction. */
    public long book(Staff staff, String from, Duration occupied, @Nullable Instant heldUntil) {
        var id = database.ids().next();
        var start = berlin(from);
        in(() -> {
            database.sql()
                    .update(
                            "INSERT INTO busy_time (calendar_id, starts_at, appointment_id, ends_at, held_until)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            staff.id(),
                            start,
                            id,
                            start.plus(occupied),
                            heldUntil);
            new Calendars(database.sql()).bump(staff.id());
        });
        return id;
    }

    public long book(Staff staff, String from) {
        return book(staff, from, Duration.ofHours(1), null);
    }

    public long calendarVersion(long id) {
        return in(() -> database.sql().count("SELECT version FROM calendar WHERE id = ?", id));
    }

    public List<String> auditedActions() {
        return in(() -> database.sql()
                .list(
                        "SELECT action FROM audit WHERE organization_id = ? ORDER BY id",
                        row -> row.getText("action"),
                        organization.id()));
    }

    /** {@code 2026-11-03T09:00} on the wall in Berlin. */
    public static Instant berlin(String local) {
        return ZonedDateTime.parse(local + ":00+01:00[Europe/Berlin]").toInstant();
    }

    public static WeekDetails.DayRange range(DayOfWeek day, int from, int to) {
        return new WeekDetails.DayRange(day, from, to);
    }

    @Override
    public void close() {
        database.close();
    }
}
