package org.bookbell.message.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.client.Clients;
import org.bookbell.client.ContactChanged;
import org.bookbell.client.FailingAddresses;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.MessagesDue;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.reach.Contacts;
import org.bookbell.message.planning.reconciliation.Reconciliation;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.message.planning.row.Corrections;
import org.bookbell.message.planning.row.MessageRows;
import org.bookbell.message.planning.rule.RuleStore;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;

/** Planning wired by hand on a test's database, and the appointments it is told of. */
public final class PlanningFixture implements BookedAppointments {

    private static final Actor DESK = Actor.member(7);

    public final TestDatabase database;
    public final RecordedEvents<MessagesDue> due = new RecordedEvents<>();
    public final CallList calls;
    public final Consents consents;
    public final ContactChoices choices;
    public final OptOuts optOuts;
    public final FailingAddresses failing;
    public final Planning planning;
    public final Organizations organizations;
    public final Obligations obligations;
    public final MessageRows rows;
    public final Corrections corrections;
    final Replanning replanning;
    private final Map<Long, AppointmentFacts> booked = new LinkedHashMap<>();

    private PlanningFixture(TestDatabase database) {
        this.database = database;
        var sql = database.sql();
        var clients = new Clients(database.entityManager());
        organizations = new Organizations(database.entityManager());
        calls = new CallList(sql, database.ids(), database.clock(), database.audit());
        consents = new Consents(sql, clients, database.ids(), database.clock(), database.audit());
        choices = new ContactChoices(sql, clients, database.audit(), new RecordedEvents<ContactChanged>());
        optOuts = new OptOuts(sql, database.clock(), database.audit());
        failing = new FailingAddresses(
                sql, clients, database.clock(), database.audit(), new RecordedEvents<ContactChanged>());
        obligations = new Obligations(
                organizations,
                new RuleStore(database.entityManager(), sql),
                new Contacts(consents, failing, optOuts, choices));
        rows = new MessageRows(sql, database.ids());
        corrections = new Corrections(rows, calls, due);
        planning = new Planning(obligations, rows, corrections, database.clock());
        replanning = new Replanning(this, obligations, rows, corrections);
    }

    public static PlanningFixture on(TestDatabase database) {
        return new PlanningFixture(database);
    }

    public ReminderRules rules() {
        return new ReminderRules(
                database.entityManager(),
                new RuleStore(database.entityManager(), database.sql()),
                replanning,
                database.ids(),
                database.clock(),
                database.audit());
    }

    public WhatIf whatIf() {
        return new WhatIf(
                this, new RuleStore(database.entityManager(), database.sql()), obligations, rows, database.clock());
    }

    public Rechecks rechecks() {
        return new Rechecks(obligations, new Contacts(consents, failing, optOuts, choices));
    }

    public Alerts alerts() {
        return new Alerts(rows, organizations, database.clock(), database.audit(), due);
    }

    public Reconciliation reconciliation() {
        return new Reconciliation(this, obligations, rows, corrections, database.clock());
    }

    /** An organization in Berlin with quiet hours from 21 to 8. */
    public long found(String slug) {
        var founding = new Founding(
                database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
        var founded = new NewOrganization(slug, "Praxis Sonnenhof", "Europe/Berlin", "de-DE", "DE", null, null);
        return in(() -> founding.found(DESK, founded)).id();
    }

    public long addService(long organizationId) {
        var id = database.ids().next();
        in(() -> database.sql()
                .update(
                        "INSERT INTO service (id, organization_id, name, duration_minutes, gap_minutes, step_minutes,"
                                + " notice_minutes, window_days, online, active, position, version)"
                                + " VALUES (?, ?, 'Massage', 60, 0, 15, 0, 90, TRUE, TRUE, 0, 0)",
                        id,
                        organizationId));
        return id;
    }

    public long addStaff(long organizationId) {
        var id = database.ids().next();
        in(() -> {
            database.sql()
                    .update("INSERT INTO calendar (id, organization_id, version) VALUES (?, ?, 0)", id, organizationId);
            return database.sql()
                    .update(
                            "INSERT INTO staff (id, organization_id, name, zone, locale, active, position, version)"
                                    + " VALUES (?, ?, 'Anna Berg', 'Europe/Berlin', 'de-DE', TRUE, 0, 0)",
                            id,
                            organizationId);
        });
        return id;
    }

    /** A row of the client file under a given id. */
    public void addClient(long organizationId, long id) {
        in(() -> database.sql()
                .update(
                        "INSERT INTO client (id, organization_id, name, locale, zone, search_text, created_at, version)"
                                + " VALUES (?, ?, 'Eva Lindner', 'de-DE', 'Europe/Berlin', '', ?, 0)",
                        id,
                        organizationId,
                        database.clock().instant()));
    }

    /** A row of the appointment that {@code facts} tell of, and among those that are owed messages. */
    public AppointmentFacts exists(AppointmentFacts facts, long staffId) {
        in(() -> database.sql()
                .update(
                        "INSERT INTO appointment (id, organization_id, service_id, staff_id, status, starts_at, ends_at,"
                                + " gap_minutes, zone, source, occurrence, token_version, created_at, changed_at,"
                                + " version) VALUES (?, ?, ?, ?, 'BOOKED', ?, ?, 0, 'Europe/Berlin', 'DESK', 0, 0, ?, ?,"
                                + " 0)",
                        facts.key().appointmentId(),
                        facts.key().organizationId(),
                        facts.key().serviceId(),
                        staffId,
                        facts.time().start(),
                        facts.time().end(),
                        database.clock().instant(),
                        database.clock().instant()));
        return nowIs(facts);
    }

    /** From now on the appointment is as {@code facts} tell. */
    public AppointmentFacts nowIs(AppointmentFacts facts) {
        booked.put(facts.key().appointmentId(), facts);
        return facts;
    }

    /** It is no longer booked. */
    public void isGone(AppointmentFacts facts) {
        booked.remove(facts.key().appointmentId());
    }

    @Override
    public List<AppointmentFacts> list(long organizationId, Instant startingAfter, long afterAppointmentId, int limit) {
        return booked.values().stream()
                .filter(facts -> facts.key().organizationId() == organizationId)
                .filter(facts -> facts.time().start().isAfter(startingAfter))
                .filter(facts -> facts.key().appointmentId() > afterAppointmentId)
                .sorted(Comparator.comparing(facts -> facts.key().appointmentId()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<AppointmentFacts> listOf(long organizationId, Audience kind, long recipientId, Instant startingAfter) {
        return list(organizationId, startingAfter, 0, Integer.MAX_VALUE).stream()
                .filter(facts -> facts.findRecipient(kind, recipientId).isPresent())
                .toList();
    }

    /** What stands in the ledger about an appointment: "REMINDER SMS CLIENT PLANNED 2026-11-09T13:00:00Z". */
    public List<String> ledgerOf(AppointmentFacts facts) {
        return new ArrayList<>(in(() -> rows.listOf(facts.key().appointmentId())))
                .stream()
                        .map(row -> "%s %s %s %s %s"
                                .formatted(
                                        row.key().kind(),
                                        row.key().channel(),
                                        row.key().recipientKind(),
                                        row.state(),
                                        row.reasonCode()
                                                .orElse(row.window().dueAt().toString())))
                        .sorted()
                        .toList();
    }

    public <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    public void in(Runnable work) {
        database.inTransaction(work);
    }
}
