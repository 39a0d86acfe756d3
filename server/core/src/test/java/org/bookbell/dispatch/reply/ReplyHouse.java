package org.bookbell.dispatch.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bookbell.access.member.Addressees;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.AppointmentFactsBuilder;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.Recipient;
import org.bookbell.message.ReplyReceived;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.organization.Organizations;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.Sql;
import org.bookbell.storage.TestDatabase;

/** Replies on a test's database: organizations that told Eva of an appointment, and what she answers. */
final class ReplyHouse implements AutoCloseable {

    static final String EVA = "+4915112345678";

    final TestDatabase database = TestDatabase.h2();
    final PlanningFixture planning = PlanningFixture.on(database);
    final DispatchHouse dispatch = new DispatchHouse(database);
    final Replies replies = new Replies(database.sql());
    boolean mayConfirm = true;
    private final RecordedEvents<ReplyReceived> received = new RecordedEvents<>(event -> {
        if (mayConfirm) {
            event.markConfirmed();
        }
    });
    private final ReplyQueue queue;
    private int sent;

    ReplyHouse() {
        dispatch.openGateway("main");
        var sql = database.sql();
        var handling = new ReplyHandling(
                sql,
                dispatch.match(),
                planning.optOuts,
                new SmsAnswers(sql, planning.alerts(), "https://book.example.org"),
                new StaffMail(
                        sql,
                        planning.alerts(),
                        new Addressees(sql, new Organizations(database.entityManager())),
                        "https://book.example.org"),
                received,
                database.clock());
        queue = new ReplyQueue(
                database.jobsDatabase(), id -> database.inTransaction(() -> handling.handle(id)), database.clock());
    }

    List<ReplyReceived> received() {
        return received.fired();
    }

    long found(String slug) {
        return planning.found(slug);
    }

    /** A reminder that {@code organization} has sent to Eva over {@code gateway}. */
    long reminded(long organization, String gateway) {
        return reminded(organization, gateway, AppointmentFactsBuilder.EVA);
    }

    long reminded(long organization, String gateway, Recipient recipient) {
        var facts = appointment(organization);
        var id = database.ids().next();
        var attempt = database.ids().next();
        var now = database.clock().instant();
        insertMessage(id, facts, recipient, "SMS", recipient.mobile(), now);
        update(
                "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at, provider_message_id)"
                        + " VALUES (?, ?, 1, ?, 'ACCEPTED', ?, ?)",
                attempt,
                id,
                gateway,
                now,
                "p-" + id);
        database.clock().advance(Duration.ofSeconds(1));
        return id;
    }

    /** Anna was told of the appointment of {@code message} by e-mail. */
    void annaWasTold(long message) {
        var appointment = count("SELECT appointment_id FROM message WHERE id = ?", message);
        var organization = count("SELECT organization_id FROM message WHERE id = ?", message);
        var facts = AppointmentFactsBuilder.anAppointment()
                .of(organization)
                .withId(appointment)
                .facts();
        insertMessage(
                database.ids().next(),
                facts,
                AppointmentFactsBuilder.ANNA,
                "EMAIL",
                AppointmentFactsBuilder.ANNA.email(),
                database.clock().instant());
    }

    private AppointmentFacts appointment(long organization) {
        var staff = planning.addStaff(organization);
        var service = planning.addService(organization);
        return planning.exists(
                AppointmentFactsBuilder.anAppointment()
                        .of(organization)
                        .withId(database.ids().next())
                        .forService(service)
                        .facts(),
                staff);
    }

    private void insertMessage(
            long id, AppointmentFacts facts, Recipient recipient, String channel, String address, Instant now) {
        update(
                "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind, channel,"
                        + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at,"
                        + " state, state_at, facts, revision, attempts, created_at)"
                        + " VALUES (?, ?, ?, 0, ?, 'REMINDER', ?, ?, ?, ?, ?, ?, ?, ?, 'ACCEPTED', ?, ?, 0, 1, ?)",
                id,
                facts.key().organizationId(),
                facts.key().appointmentId(),
                sent++,
                channel,
                recipient.kind(),
                recipient.id(),
                address,
                facts.time().start(),
                now,
                now.plusSeconds(3600),
                now,
                now,
                MessageFacts.of(facts, recipient).toJson(),
                now);
    }

    /** An owner who is told what staff are not. */
    void hasOwner(long organization, String email) {
        var id = database.ids().next();
        update(
                "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                        + " VALUES (?, ?, 'Otto', '', FALSE, 'en', ?, 0)",
                id,
                email,
                database.clock().instant());
        update(
                "INSERT INTO membership (member_id, organization_id, member_role) VALUES (?, ?, 'OWNER')",
                id,
                organization);
    }

    /** Eva answers to the shared gateway. */
    void answers(String text) {
        answers("main", Optional.empty(), text);
    }

    void answers(String gateway, Optional<String> to, String text) {
        var reply = new Reply(EVA, to, text, Optional.of("r" + sent++), Optional.empty(), "raw " + text);
        dispatch.intake().receive(gateway, List.of(), List.of(reply));
        handleAll();
    }

    void handleAll() {
        int handled;
        do {
            handled = queue.doSome();
        } while (handled > 0);
    }

    /** Meaning and outcome of the last reply, as {@code STOP OPTED_OUT}. */
    String last() {
        return text("SELECT CONCAT(meaning, ' ', outcome) AS answer FROM reply ORDER BY id DESC LIMIT 1");
    }

    /** Whether anybody may send SMS to Eva, as organization ids with an opt-out. */
    List<Long> optOuts() {
        return in(sql -> sql.list(
                "SELECT organization_id FROM opt_out WHERE channel = 'SMS' AND address = ? ORDER BY organization_id",
                row -> row.getLong("organization_id"),
                EVA));
    }

    /** What was planned to be told besides: {@code EMAIL anna@example.org}, with its words. */
    List<String> told() {
        return in(sql -> sql.list(
                "SELECT channel, address, facts FROM message WHERE kind = 'ALERT' ORDER BY id",
                row -> row.getText("channel") + " " + row.getText("address") + " "
                        + Objects.requireNonNull(
                                        MessageFacts.parse(row.getText("facts")).words())
                                .text()));
    }

    String stateOf(long message) {
        return text("SELECT state AS answer FROM message WHERE id = ?", message);
    }

    long count(String question, Object... parameters) {
        return in(sql -> sql.count(question, parameters));
    }

    String text(String question, Object... parameters) {
        return in(sql ->
                sql.find(question, row -> row.getText("answer"), parameters).orElseThrow());
    }

    void update(String sql, Object... parameters) {
        in(each -> each.update(sql, parameters));
    }

    private <T> T in(Function<Sql, T> work) {
        return database.inTransaction(() -> work.apply(database.sql()));
    }

    @Override
    public void close() {
        dispatch.close();
    }
}
