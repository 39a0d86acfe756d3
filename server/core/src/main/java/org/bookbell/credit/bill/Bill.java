package org.bookbell.credit.bill;

import java.sql.SQLException;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * What one message costs at the moment.
 *
 * @param price of a segment, as it was when the message was first about to be sent
 * @param reserved what is set aside for it
 * @param reservations how often something was set aside
 * @param charge what is charged, for at most one of its attempts
 */
public record Bill(
        long messageId, long organizationId, long price, long reserved, int reservations, Optional<Charge> charge) {

    static final String COLUMNS = "message_id, organization_id, price, reserved, reservations, charged, attempt_id,"
            + " gateway, submitted_at";

    static Bill read(Row row) throws SQLException {
        return new Bill(
                row.getLong("message_id"),
                row.getLong("organization_id"),
                row.getLong("price"),
                row.getLong("reserved"),
                row.getInt("reservations"),
                charge(row));
    }

    private static Optional<Charge> charge(Row row) throws SQLException {
        var attempt = row.findLong("attempt_id");
        return attempt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Charge(
                        attempt.get(), row.getText("gateway"), row.getInstant("submitted_at"), row.getLong("charged")));
    }

    /** The bill of a message that was never about to be sent. */
    static Bill first(long messageId, long organizationId, long price) {
        return new Bill(messageId, organizationId, price, 0, 0, Optional.empty());
    }

    /** Whether money is set aside or paid for it, so that it may be sent again. */
    boolean isCovered() {
        return reserved > 0 || charge.isPresent();
    }

    Bill reserving(long amount) {
        return new Bill(messageId, organizationId, price, amount, reservations + 1, charge);
    }

    Bill settled(Optional<Charge> charged) {
        return new Bill(messageId, organizationId, price, 0, reservations, charged);
    }

    /** The attempt that is charged, if any. */
    public Optional<Long> chargedAttempt() {
        return charge.map(Charge::attemptId);
    }
}
