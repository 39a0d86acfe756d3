package org.bookbell.status;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * Something that fails, as told to everybody. It opens and closes with what fails.
 *
 * @param gateway empty where it is about none
 * @param destination a calling code or mail domain; empty for all destinations
 * @param code why a gateway refuses, where it does
 * @param suspectFrom since when messages are concerned: what a gateway took since is not believed to have arrived
 * @param openedAt since when that is known
 * @param closedAt when it was over; empty while it lasts
 * @param isWithdrawn whether it ended because the gateway is used no more
 * @param words what operators said, oldest first
 */
public record Incident(
        long id,
        Kind kind,
        String gateway,
        String destination,
        Optional<String> code,
        Instant suspectFrom,
        Instant openedAt,
        Optional<Instant> closedAt,
        boolean isWithdrawn,
        List<Word> words) {

    static final String COLUMNS = columns("");

    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(30);

    /** What fails. */
    public enum Kind {
        /** A gateway takes messages and does not bring them. */
        FAIL_OVER,
        /** A gateway of the server refuses messages, and another one takes them. */
        REFUSES,
        /** Messages are due and not sent. */
        SENDING,
        /** No e-mail can be sent. */
        EMAIL;

        /** Whether it is about one gateway. */
        public boolean isOfGateway() {
            return this == FAIL_OVER || this == REFUSES;
        }
    }

    /** What an operator said. */
    public record Word(Instant saidAt, String words) {}

    /** What is read of an incident, each column after {@code prefix}. */
    static String columns(String prefix) {
        return prefix
                + String.join(
                        ", " + prefix,
                        "id",
                        "kind",
                        "gateway",
                        "destination",
                        "code",
                        "suspect_from",
                        "opened_at",
                        "closed_at",
                        "withdrawn");
    }

    static Incident read(Row row) throws SQLException {
        return new Incident(
                row.getLong("id"),
                Kind.valueOf(row.getText("kind")),
                row.getText("gateway"),
                row.getText("destination"),
                row.findText("code"),
                row.getInstant("suspect_from"),
                row.getInstant("opened_at"),
                row.findInstant("closed_at"),
                row.isTrue("withdrawn"),
                List.of());
    }

    Incident with(List<Word> said) {
        return new Incident(
                id, kind, gateway, destination, code, suspectFrom, openedAt, closedAt, isWithdrawn, List.copyOf(said));
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** By when more is said: half an hour after the last word, or after {@code now} where that is over. */
    public Instant nextWordBy(Instant now) {
        var last = words.isEmpty() ? openedAt : words.get(words.size() - 1).saidAt();
        var next = last.plus(BETWEEN_WORDS);
        while (next.isBefore(now)) {
            next = next.plus(BETWEEN_WORDS);
        }
        return next;
    }
}
