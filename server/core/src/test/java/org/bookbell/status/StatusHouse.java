package org.bookbell.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bookbell.access.member.Addressees;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.dispatch.failover.RefusingGateway;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.status.warning.Warning;
import org.bookbell.status.warning.Warnings;
import org.bookbell.storage.TestDatabase;

/** The status feature on a test's database, with a practice of Anna's and a school, and an operator. */
final class StatusHouse implements AutoCloseable {

    static final String OPERATOR = "operator@example.org";
    static final String ANNA = "anna@example.org";
    static final String HEAD = "head@example.org";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<String> IN_USE = Set.of("phones", "second", "practice.phones");

    final TestDatabase database = TestDatabase.h2();
    final PlanningFixture planning = PlanningFixture.on(database);
    final Incidents incidents = new Incidents(database.sql(), database.ids(), database.clock(), database.audit());
    final IncidentNews news = new IncidentNews(
            database.sql(),
            new Addressees(database.sql(), planning.organizations),
            planning.organizations,
            planning.alerts(),
            database.clock(),
            "https://book.example.org/");
    final IncidentBook book = new IncidentBook(
            database.jobsDatabase(),
            new Concerned(database.jobsDatabase(), database.clock()),
            database.ids(),
            database.clock());
    final long practice = planning.found("practice");
    final long school = planning.found("school");
    private int rows;

    StatusHouse() {
        addMember(1, true, OPERATOR, 0, "");
        addMember(2, false, ANNA, practice, "OWNER");
        addMember(3, false, "reader@example.org", practice, "READER");
        addMember(4, false, HEAD, school, "MANAGER");
    }

    FailingGateway failing(String gateway) {
        return failing(gateway, "");
    }

    FailingGateway failing(String gateway, String destination) {
        return new FailingGateway(gateway, destination, now().minusSeconds(600), now());
    }

    /** What a look at the gateways finds. */
    void keep(FailingGateway... failing) {
        book.keep(watched(failing));
    }

    void refuse(RefusingGateway... refusing) {
        book.keep(new GatewaysWatched(List.of(), List.of(refusing), IN_USE));
    }

    static GatewaysWatched watched(FailingGateway... failing) {
        return new GatewaysWatched(List.of(failing), List.of(), IN_USE);
    }

    /** What a look of the watchdog finds. */
    void trouble(Trouble.Kind... lasting) {
        book.keep(Set.of(lasting));
    }

    void tell() {
        database.inTransaction(() -> {
            news.listUntold().forEach(news::tell);
            return true;
        });
    }

    List<Incident> list() {
        return database.inTransaction(() -> incidents.list(10));
    }

    List<Incident> listOpen(long organization) {
        return database.inTransaction(() -> incidents.listOpen(organization));
    }

    List<Warning> warnings(long organization) {
        var warnings = new Warnings(database.jobsDatabase(), incidents, planning.calls, database.clock());
        return database.inTransaction(() -> warnings.list(organization, BERLIN));
    }

    /** How many messages of an organization the incidents concern, as noted. */
    List<Long> affected(long organization) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT affected FROM incident_organization WHERE organization_id = ? ORDER BY incident_id",
                        row -> row.getLong("affected"),
                        organization));
    }

    /** To whom e-mails are planned. */
    List<String> alerts() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT address FROM message WHERE kind = 'ALERT' ORDER BY id", row -> row.getText("address")));
    }

    /** What planned e-mails say. */
    List<String> letters() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT facts FROM message WHERE kind = 'ALERT' ORDER BY id", row -> row.getText("facts")));
    }

    /** A message that a gateway took and that is in doubt. */
    long suspect(long organization, String gateway) {
        return attempt(organization, gateway, "SUSPECT", 0);
    }

    /** A reminder that was tried once; answers the attempt. */
    long attempt(long organization, String gateway, String state, int lateSeconds) {
        var message = reminder(organization, "ACCEPTED", now().minusSeconds(lateSeconds), now().plusSeconds(3600));
        var id = database.ids().next();
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at, destination)"
                                + " VALUES (?, ?, 1, ?, ?, ?, '+41')",
                        id,
                        message,
                        gateway,
                        state,
                        now()));
        return id;
    }

    /** A reminder by SMS to a client. */
    long reminder(long organization, String state, Instant dueAt, Instant start) {
        var id = database.ids().next();
        rows++;
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel, recipient_kind,"
                                + " recipient_id, address, appointment_start, due_at, useful_until, try_at, state,"
                                + " state_at, facts, revision, attempts, created_at) VALUES (?, ?, 0, ?, 'REMINDER',"
                                + " 'SMS', 'CLIENT', 1, '+41791234567', ?, ?, ?, ?, ?, ?, '{}', 0, 1, ?)",
                        id,
                        organization,
                        rows,
                        start,
                        dueAt,
                        start,
                        dueAt,
                        state,
                        now(),
                        now()));
        return id;
    }

    void call(long organization, long message) {
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO call_list (id, organization_id, message_id, reason_code, reason, created_at)"
                                + " VALUES (?, ?, ?, 'TOO_LATE', '', ?)",
                        database.ids().next(),
                        organization,
                        message,
                        now()));
    }

    void update(String sql, Object... parameters) {
        database.inTransaction(() -> database.sql().update(sql, parameters));
    }

    void addGateway(String name, String channel, long organization) {
        update(
                "INSERT INTO gateway (name, organization_id, channel, provider, settings, enabled, position,"
                        + " changed_at, version) VALUES (?, ?, ?, 'simulator', '', TRUE, 1, ?, 0)",
                name,
                organization,
                channel,
                now());
    }

    private void addMember(long id, boolean operator, String email, long organization, String role) {
        update(
                "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                        + " VALUES (?, ?, 'N', '', ?, 'en', ?, 0)",
                id,
                email,
                operator,
                now());
        if (organization != 0) {
            update(
                    "INSERT INTO membership (member_id, organization_id, member_role) VALUES (?, ?, ?)",
                    id,
                    organization,
                    role);
        }
    }

    Instant now() {
        return database.clock().instant();
    }

    @Override
    public void close() {
        database.close();
    }
}
