package org.bookbell.dispatch;

import java.time.Instant;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.storage.TestDatabase;

/** A planned message as planning would have written it: due now, useful for six hours. */
public final class MessageRow {

    private final TestDatabase database;
    private final long id;
    private long organization = DispatchHouse.ORGANIZATION;
    private Channel channel = Channel.SMS;
    private String address = "+4915112345678";
    private Audience audience = Audience.CLIENT;
    private Instant dueAt;
    private Instant usefulUntil;
    private Instant start;
    private MessageKind kind = MessageKind.REMINDER;
    private String facts = "{}";

    MessageRow(TestDatabase database) {
        this.database = database;
        this.id = database.ids().next();
        this.dueAt = database.clock().instant();
        this.usefulUntil = dueAt.plusSeconds(6 * 3600);
        this.start = dueAt.plusSeconds(8 * 3600);
    }

    MessageRow of(long organizationId) {
        organization = organizationId;
        return this;
    }

    MessageRow byEmail() {
        channel = Channel.EMAIL;
        address = "ann@example.org";
        return this;
    }

    MessageRow toStaff() {
        audience = Audience.STAFF;
        return this;
    }

    MessageRow to(String number) {
        address = number;
        return this;
    }

    MessageRow about(MessageKind what) {
        kind = what;
        return this;
    }

    /** Its recipient lives there. */
    MessageRow in(String zone) {
        facts = "{\"to\":{\"name\":\"Ann\",\"locale\":\"en\",\"zone\":\"" + zone + "\"}}";
        return this;
    }

    MessageRow dueAt(Instant instant) {
        dueAt = instant;
        return this;
    }

    MessageRow usefulUntil(Instant instant) {
        usefulUntil = instant;
        return this;
    }

    public MessageRow forAppointmentAt(Instant instant) {
        start = instant;
        return this;
    }

    /** Writes the row and answers its id. */
    public long planned() {
        return database.inTransaction(() -> {
            database.sql()
                    .update(
                            "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
                                    + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until,"
                                    + " try_at, state, state_at, facts, revision, attempts, created_at)"
                                    + " VALUES (?, ?, 0, 0, ?, ?, ?, 1, ?, ?, ?, ?, ?,"
                                    + " 'PLANNED', ?, ?, 0, 0, ?)",
                            id,
                            organization,
                            kind,
                            channel,
                            audience,
                            address,
                            start,
                            dueAt,
                            usefulUntil,
                            dueAt,
                            database.clock().instant(),
                            facts,
                            database.clock().instant());
            return id;
        });
    }
}
