package org.bookbell.credit;

import java.sql.SQLException;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * An organization's account.
 *
 * @param balance what is left to be reserved or charged, in milli-credits
 * @param reserved what is set aside for messages on their way; the balance lacks it already
 * @param lowBelow the balance below which the owners are told
 */
public record Account(long balance, long reserved, AtZero atZero, Optional<Long> lowBelow) {

    static final String COLUMNS = "balance, reserved, at_zero, low_below";

    /** That of an organization that never had any credit. */
    static final Account NONE = new Account(0, 0, AtZero.EMAIL_INSTEAD, Optional.empty());

    static Account read(Row row) throws SQLException {
        return new Account(
                row.getLong("balance"),
                row.getLong("reserved"),
                AtZero.valueOf(row.getText("at_zero")),
                row.findLong("low_below"));
    }
}
