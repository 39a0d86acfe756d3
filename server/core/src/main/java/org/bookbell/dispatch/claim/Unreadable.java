package org.bookbell.dispatch.claim;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** Messages among those of a query whose rows cannot be read; without it one of them would keep the others from being sent. */
public final class Unreadable {

    private static final Logger LOG = System.getLogger(Unreadable.class.getName());

    private final Set<Long> messages = new TreeSet<>();

    /**
     * The rows of a query that can be read.
     *
     * @param id the column that holds the message's id
     */
    public <T> List<T> list(Sql sql, String id, String question, Row.Reader<T> reader, Object... parameters) {
        return sql.list(question, row -> read(row, id, reader), parameters).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<T> read(Row row, String id, Row.Reader<T> reader) throws SQLException {
        try {
            return Optional.of(reader.read(row));
        } catch (RuntimeException unreadable) {
            long message = row.getLong(id);
            if (messages.add(message)) {
                LOG.log(Level.ERROR, "Message " + Ids.text(message) + " cannot be read; it is set aside.", unreadable);
            }
            return Optional.empty();
        }
    }

    public Set<Long> messages() {
        return Set.copyOf(messages);
    }
}
