package org.bookbell.message.calls;

import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.storage.TestDatabase;

/** A practice whose client Eva has consented to SMS, with an appointment of which reminders are planned. */
public final class CallFixture {

    public static final Actor DESK = Actor.member(7);

    public final TestDatabase database;
    public final PlanningFixture planning;
    public final Ledger ledger;
    public final long practice;
    private final long massage;
    private final long anna;

    private CallFixture(TestDatabase database) {
        this.database = database;
        planning = PlanningFixture.on(database);
        ledger = new Ledger(database.sql());
        practice = planning.found("sonnenhof");
        massage = planning.addService(practice);
        anna = planning.addStaff(practice);
        planning.addClient(practice, EVA.id());
        planning.in(() -> planning.rules().addDefaults(DESK, practice));
        planning.in(() -> database.sql()
                .update(
                        "UPDATE client SET mobile = '+4915112345678', phone = '+493076543210',"
                                + " email = 'eva@example.org' WHERE id = ?",
                        EVA.id()));
        planning.in(
                () -> planning.consents.record(DESK, practice, EVA.id(), Channel.SMS, "I agree.", ConsentSource.DESK));
    }

    public static CallFixture on(TestDatabase database) {
        return new CallFixture(database);
    }

    /** Books an appointment under a given id. */
    public void book(long id, String start) {
        var facts = planning.exists(
                anAppointment()
                        .of(practice)
                        .forService(massage)
                        .withId(id)
                        .at(start)
                        .facts(),
                anna);
        planning.in(() -> planning.planning.booked(facts));
    }

    /** The reminder of an appointment to its client. */
    public LedgerEntry reminder(long appointmentId, Channel channel) {
        return reminders(appointmentId, channel).stream().findFirst().orElseThrow();
    }

    /** All rows of that kind, copies among them. */
    public List<LedgerEntry> reminders(long appointmentId, Channel channel) {
        return planning.in(() -> ledger.listOf(practice, appointmentId)).stream()
                .filter(entry -> entry.kind() == MessageKind.REMINDER && entry.channel() == channel)
                .filter(entry -> entry.to().kind() == Audience.CLIENT)
                .toList();
    }

    /** What became of a message, as if a gateway had said so. */
    public void becomes(long messageId, String state, String code) {
        planning.in(() -> database.sql()
                .update(
                        "UPDATE message SET state = ?, reason_code = ?, attempts = attempts + 1, state_at = ?, try_at = ?"
                                + " WHERE id = ?",
                        state,
                        code,
                        database.clock().instant(),
                        Instant.parse("9999-12-31T00:00:00Z"),
                        messageId));
    }

    /** The reminder failed, and its client is on the call list; answers the message's id. */
    public long fail(long appointmentId, Channel channel, String code) {
        var id = reminder(appointmentId, channel).id();
        becomes(id, "REFUSED", code);
        planning.in(() -> {
            planning.calls.put(id, code, "phones: " + code);
            return true;
        });
        return id;
    }

    /** The e-mails of the server itself that are planned: "address: subject". */
    public List<String> alerts() {
        return planning
                .in(() -> database.sql()
                        .list(
                                "SELECT id FROM message WHERE kind = 'ALERT' ORDER BY id",
                                row -> ledger.get(practice, row.getLong("id")).entry()))
                .stream()
                .map(entry -> entry.to().address().orElseThrow() + ": "
                        + Objects.requireNonNull(entry.facts().words()).subject())
                .toList();
    }

    /** The text of the last of them. */
    public String lastAlert() {
        return planning.in(() -> database.sql()
                .list(
                        "SELECT facts FROM message WHERE kind = 'ALERT' ORDER BY id DESC LIMIT 1",
                        row -> Objects.requireNonNull(
                                        MessageFacts.parse(row.getText("facts")).words())
                                .text())
                .get(0));
    }
}
