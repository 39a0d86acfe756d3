package org.bookbell.message.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Row;

/**
 * One call to make.
 *
 * @param about what the message would have told
 * @param contact where its recipient can be reached today
 * @param why what stood in the way
 * @param appointmentStart when it is too late to call
 * @param resends how often a person has sent it again, the last one first
 */
public record CallListEntry(
        long id,
        long messageId,
        About about,
        Contact contact,
        Why why,
        Optional<Instant> appointmentStart,
        Instant createdAt,
        Optional<Handled> handled,
        List<Resend> resends) {

    static final String COLUMNS = "c.id, c.organization_id, c.message_id, c.reason_code, c.reason, c.appointment_start,"
            + " c.created_at, c.handled_at, c.handled_by, c.handled_note, m.appointment_id, m.kind, m.channel,"
            + " m.recipient_kind, m.recipient_id, m.address, m.useful_until, m.state, m.reason_code AS gateway_code, m.facts,"
            + " COALESCE(k.mobile, s.mobile) AS mobile, k.phone, COALESCE(k.email, s.email) AS email,"
            + " COALESCE(h.name, t.name) AS handler";

    static final String TABLES = " FROM call_list c JOIN message m ON m.id = c.message_id"
            + " LEFT JOIN client k ON m.recipient_kind = 'CLIENT' AND k.id = m.recipient_id"
            + " LEFT JOIN staff s ON m.recipient_kind = 'STAFF' AND s.id = m.recipient_id"
            + " LEFT JOIN member h ON h.id = c.handled_by LEFT JOIN api_token t ON t.id = c.handled_by";

    /**
     * What the call is about.
     *
     * @param address where the message should have gone
     * @param usefulUntil when it stops being worth sending
     */
    public record About(
            long organizationId,
            Optional<Long> appointmentId,
            MessageKind kind,
            Channel channel,
            Audience recipientKind,
            long recipientId,
            Optional<String> address,
            Instant usefulUntil,
            MessageFacts facts) {}

    /** Addresses of today. */
    public record Contact(Optional<String> mobile, Optional<String> phone, Optional<String> email) {

        /** The numbers to call, the mobile one first. */
        public List<String> numbers() {
            return Stream.concat(mobile.stream(), phone.stream()).distinct().toList();
        }

        /** Shows nothing: all of it is personal. */
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /**
     * Why nobody was reached.
     *
     * @param code of the call, {@code reason} as it was noted
     * @param gatewayCode what the gateway said last, if it said anything else
     * @param state where the message stands now
     */
    public record Why(String code, String reason, Optional<String> gatewayCode, MessageState state) {

        /** The codes for a program, or for the provider's support. */
        public String codes() {
            return gatewayCode
                    .filter(other -> !other.equals(code))
                    .map(other -> code + ", " + other)
                    .orElse(code);
        }
    }

    /**
     * Who has dealt with it.
     *
     * @param by the member or API token; empty where it settled itself
     */
    public record Handled(Instant at, Optional<Long> by, Optional<String> byName, Optional<String> note) {}

    /**
     * The message was sent again.
     *
     * @param messageId the row that went out, the call's own or a copy
     * @param by the name of who wanted it
     * @param state what became of that row by now
     */
    public record Resend(
            long callId,
            long messageId,
            Channel channel,
            Instant at,
            Optional<String> by,
            MessageState state,
            Optional<String> reason) {

        static final String QUESTION = "SELECT r.call_id, r.message_id, r.channel, r.resent_at,"
                + " COALESCE(h.name, t.name) AS resender, n.state, n.reason FROM call_resend r"
                + " JOIN message n ON n.id = r.message_id LEFT JOIN member h ON h.id = r.resent_by"
                + " LEFT JOIN api_token t ON t.id = r.resent_by WHERE r.call_id IN ";

        static Resend read(Row row) throws SQLException {
            return new Resend(
                    row.getLong("call_id"),
                    row.getLong("message_id"),
                    row.getConstant("channel", Channel.EMAIL),
                    row.getInstant("resent_at"),
                    row.findText("resender"),
                    row.getConstant("state", MessageState.UNKNOWN),
                    row.findText("reason"));
        }
    }

    public CallListEntry {
        resends = List.copyOf(resends);
    }

    CallListEntry with(List<Resend> all) {
        return new CallListEntry(
                id,
                messageId,
                about,
                contact,
                why,
                appointmentStart,
                createdAt,
                handled,
                all.stream().filter(resend -> resend.callId() == id).toList());
    }

    /** Whether it is a staff member who was not told. */
    public boolean isForStaff() {
        return about.recipientKind() == Audience.STAFF;
    }

    /** Whether the message waits to be sent again or is on its way. */
    public boolean isUnderWay() {
        return Stream.concat(Stream.of(why.state()), resends.stream().map(Resend::state))
                .anyMatch(state -> state.isOpen()
                        || state == MessageState.SUBMITTING
                        || state == MessageState.UNCLEAR
                        || state == MessageState.ACCEPTED);
    }

    static CallListEntry read(Row row) throws SQLException {
        var handledBy = row.findLong("handled_by");
        var handler = row.findText("handler");
        var note = row.findText("handled_note");
        return new CallListEntry(
                row.getLong("id"),
                row.getLong("message_id"),
                about(row),
                contact(row),
                new Why(
                        row.getText("reason_code"),
                        row.getText("reason"),
                        row.findText("gateway_code"),
                        row.getConstant("state", MessageState.UNKNOWN)),
                row.findInstant("appointment_start"),
                row.getInstant("created_at"),
                row.findInstant("handled_at").map(at -> new Handled(at, handledBy, handler, note)),
                List.of());
    }

    private static About about(Row row) throws SQLException {
        return new About(
                row.getLong("organization_id"),
                row.findLong("appointment_id"),
                row.getConstant("kind", MessageKind.ALERT),
                row.getConstant("channel", Channel.EMAIL),
                row.getConstant("recipient_kind", Audience.MEMBER),
                row.getLong("recipient_id"),
                row.findText("address"),
                row.getInstant("useful_until"),
                MessageFacts.read(row.getText("facts")));
    }

    private static Contact contact(Row row) throws SQLException {
        return new Contact(row.findText("mobile"), row.findText("phone"), row.findText("email"));
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "CallListEntry[" + id + "]";
    }
}
