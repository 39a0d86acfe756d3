package org.bookbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bookbell.access.TestMembers;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.offer.TestOffers;
import org.bookbell.client.ClientFile;
import org.bookbell.client.Clients;
import org.bookbell.export.agenda.AgendaPlanner;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.message.planning.PlannedAgendas;
import org.bookbell.organization.Founding;
import org.bookbell.organization.OrganizationSettings;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;

/** A demonstration without a server, at whatever time it is. */
final class SampleHouse implements AutoCloseable {

    private final TestDatabase database = TestDatabase.h2();
    private final ZoneId zone;
    private final BookingFixture booking;
    private final TestOffers offers;
    private final SampleStage stage;
    private final SampleToday today;
    private final SampleVisitors visitors;

    /** @param local when it starts */
    SampleHouse(ZoneId zone, LocalDateTime local) {
        this.zone = zone;
        moveTo(local);
        booking = BookingFixture.on(database);
        // the fixture's own organization would be in the way
        in(() -> database.sql().update("DELETE FROM organization"));
        offers = new TestOffers(booking.calendars);
        var desk = new SampleDesk(booking.booking, database.clock());
        today = new SampleToday(desk);
        visitors = new SampleVisitors(offers.nextFree, desk);
        stage = new SampleStage(
                filling(), finding(), new SampleMonth(offers.availability, desk), today, new SampleReminder(desk));
    }

    private SampleFilling filling() {
        var entities = database.entityManager();
        var organizations = new Organizations(entities);
        var file = new ClientFile(
                entities,
                organizations,
                new Clients(entities),
                database.ids(),
                database.clock(),
                database.audit(),
                new RecordedEvents<>());
        return new SampleFilling(
                new Founding(entities, organizations, database.ids(), database.clock(), database.audit()),
                new OrganizationSettings(organizations, database.audit(), new RecordedEvents<>()),
                TestMembers.on(database).members(),
                booking.calendars.staffSetup,
                booking.calendars.hoursSetup,
                booking.calendars.serviceSetup,
                file,
                booking.messages.consents,
                booking.messages.choices,
                booking.messages.rules());
    }

    private SampleFinding finding() {
        var entities = database.entityManager();
        return new SampleFinding(
                new Organizations(entities),
                TestMembers.on(database).members(),
                booking.calendars.staffList,
                booking.calendars.services,
                new Clients(entities));
    }

    void moveTo(LocalDateTime local) {
        database.clock().moveTo(local.atZone(zone).toInstant());
    }

    void advance(Duration time) {
        database.clock().advance(time);
    }

    /** Starts the server once more, with a practice that is small enough to be made in no time, and a school. */
    List<SampleOrganization> start() {
        var opened = open();
        in(() -> stage.set(opened));
        return opened;
    }

    List<SampleOrganization> open() {
        return in(() -> stage.open(small(Sample.massagePractice(zone.getId())), small(Sample.school(zone.getId()))));
    }

    private static Sample small(Sample sample) {
        return new Sample(
                sample.organization(),
                sample.owner(),
                sample.ownerEmail(),
                sample.staff().subList(0, 2),
                sample.services().subList(0, 1),
                sample.notes(),
                8,
                3,
                2);
    }

    /** Somebody else's organization. */
    void found(String slug) {
        in(() -> booking.messages.found(slug));
    }

    void visit(SampleOrganization organization) {
        in(() -> today.keepOneBegun(organization));
        in(() -> visitors.visit(organization));
    }

    /** What will take place, takes place or took place on this day, by start. */
    List<Appointment> listToday(SampleOrganization organization) {
        var day = organization.dayOf(now());
        var filter = AppointmentFilter.between(organization.startOf(day), organization.startOf(day.plusDays(1)));
        return in(() -> booking.booking.list(organization.id(), filter, Optional.empty(), 1000)).stream()
                .filter(each -> each.status().isLive())
                .toList();
    }

    List<Appointment> listBegunToday(SampleOrganization organization) {
        return listToday(organization).stream()
                .filter(each -> !each.time().startInclusive().isAfter(now()))
                .toList();
    }

    void complete(Appointment appointment) {
        in(() -> booking.booking.complete(Actor.system(), appointment.organizationId(), appointment.id()));
    }

    /** How many days from now the next time is free, or none if nothing is. */
    long daysUntilFree(SampleOrganization organization) {
        var next = in(() -> offers.nextFree.find(
                        organization.id(), organization.services().get(0).id(), Optional.empty(), now(), 1))
                .get(0);
        return ChronoUnit.DAYS.between(
                organization.dayOf(now()), organization.dayOf(next.slot().startInclusive()));
    }

    /** The seconds from now to each reminder that is planned to be sent to a client within a minute. */
    List<Long> secondsToReminders(SampleOrganization organization) {
        return in(() -> database.sql()
                .list(
                        "SELECT due_at FROM message WHERE organization_id = ? AND kind = 'REMINDER'"
                                + " AND recipient_kind = 'CLIENT' AND state = 'PLANNED' AND due_at BETWEEN ? AND ?",
                        row -> Duration.between(now(), row.getInstant("due_at")).toSeconds(),
                        organization.id(),
                        now(),
                        now().plusSeconds(60)));
    }

    void wantAgenda(SampleOrganization organization) {
        var agendas = new Agendas(database.sql(), database.audit(), database.clock());
        var sample = new SampleAgenda(agendas, new Organizations(database.entityManager()), database.clock());
        in(() -> sample.wantSoon(organization));
    }

    /** Plans what is due, and answers how many agendas there are by now. */
    long planAgendas(SampleOrganization organization) {
        new AgendaPlanner(database.jobsDatabase(), new PlannedAgendas(database.ids()), database.clock())
                .plan(organization.id());
        return in(() -> database.sql().count("SELECT COUNT(*) FROM message WHERE kind = 'AGENDA'"));
    }

    long overlaps() {
        return booking.overlaps();
    }

    private Instant now() {
        return database.clock().instant();
    }

    private <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    private void in(Runnable work) {
        database.inTransaction(work);
    }

    @Override
    public void close() {
        database.close();
    }
}
