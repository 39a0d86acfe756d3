package org.bookbell.status;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A gateway that took messages and did not bring them, as told to everybody.
 *
 * @param destination a calling code or mail domain; empty for all destinations
 * @param suspectFrom since when what it took is not believed to have arrived
 * @param openedAt since when that is known
 * @param closedAt when it brought messages again, or was used no more; empty while it lasts
 * @param isWithdrawn whether it ended because the gateway is used no more
 * @param words what operators said, oldest first
 */
public record Incident(
        long id,
        String gateway,
        String destination,
        Instant suspectFrom,
        Instant openedAt,
        Optional<Instant> closedAt,
        boolean isWithdrawn,
        List<Word> words) {

    static final String COLUMNS = "id, gateway, destination, suspect_from, opened_at, closed_at, withdrawn";

    private static final Duration BETWEEN_WORDS = Duration.ofMinutes(30);

    /** What an operator said. */
    public record Word(Instant saidAt, String words) {}

    static Incident read(Row row) throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getText("gateway"),
                row.getText("destination"),
                row.getInstant("suspect_from"),
                row.getInstant("opened_at"),
                row.findInstant("closed_at"),
                row.isTrue("withdrawn"),
                List.of());
    }

    Incident with(List<Word> said) {
        return new Incident(id, gateway, destination, suspectFrom, openedAt, closedAt, isWithdrawn, List.copyOf(said));
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
