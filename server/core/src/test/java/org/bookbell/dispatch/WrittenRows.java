package org.bookbell.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Ids;
import org.bookbell.storage.TestDatabase;

/** What became of messages, as it stands in the tables. */
abstract class WrittenRows {

    final TestDatabase database;

    WrittenRows(TestDatabase database) {
        this.database = database;
    }

    public MessageState state(long message) {
        return MessageState.valueOf(column(message, "state"));
    }

    Optional<String> reason(long message) {
        return find("SELECT reason AS answer FROM message WHERE id = ?", message);
    }

    public String column(long message, String column) {
        return find("SELECT " + column + " AS answer FROM message WHERE id = ?", message)
                .orElseThrow();
    }

    public Instant tryAt(long message) {
        return database.inTransaction(() -> database.sql()
                .find("SELECT try_at FROM message WHERE id = ?", row -> row.getInstant("try_at"), message)
                .orElseThrow());
    }

    private Optional<String> find(String question, long message) {
        return database.inTransaction(
                () -> database.sql().list(question, row -> row.findText("answer"), message).stream()
                        .findFirst()
                        .orElseThrow());
    }

    public List<String> history(long message) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT state FROM message_event WHERE message_id = ? ORDER BY id",
                        row -> row.getText("state"),
                        message));
    }

    /** What the history tells besides the states. */
    List<String> details(long message) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT detail FROM message_event WHERE message_id = ? AND detail IS NOT NULL ORDER BY id",
                        row -> row.getText("detail"),
                        message));
    }

    public List<String> attempts(long message) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT gateway, state FROM attempt WHERE message_id = ? ORDER BY attempt_no",
                        row -> row.getText("gateway") + " " + row.getText("state"),
                        message));
    }

    /** The id under which a gateway knows the last attempt over it. */
    String attemptOf(long message, String gateway) {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT id FROM attempt WHERE message_id = ? AND gateway = ? ORDER BY attempt_no DESC",
                        row -> Ids.text(row.getLong("id")),
                        message,
                        gateway)
                .get(0));
    }

    /** For which gateways nothing is charged, and since when. */
    List<String> freeOfCharge() {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT gateway, starts_at, ends_at FROM no_charge_window ORDER BY id",
                        row -> row.getText("gateway") + " from " + row.getInstant("starts_at")
                                + (row.findInstant("ends_at").isPresent() ? " ended" : " open")));
    }

    /** Reason codes of the call list. */
    public List<String> callList() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT reason_code FROM call_list ORDER BY id", row -> row.getText("reason_code")));
    }
}
