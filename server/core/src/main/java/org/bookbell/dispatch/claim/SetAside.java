package org.bookbell.dispatch.claim;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bookbell.dispatch.claim.History.Call;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.watchdog.AlarmBook;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Ends messages whose rows cannot be read, each by itself, so that they hold up nobody: a person tells the client, and the
 * watchdog the operators. What a gateway may have taken is unknown, the rest is skipped.
 */
@Dependent
public class SetAside {

    private static final Logger LOG = System.getLogger(SetAside.class.getName());
    private static final String CODE = "UNREADABLE";
    private static final String REASON = "the server cannot read what is stored of it";

    private final JobsDatabase database;
    private final History history;
    private final AlarmBook alarms;
    private final Clock clock;

    @Inject
    public SetAside(JobsDatabase database, History history, AlarmBook alarms, Clock clock) {
        this.database = database;
        this.history = history;
        this.alarms = alarms;
        this.clock = clock;
    }

    private record Stored(long id, String state, Instant stateAt) {

        static Stored read(Row row) throws SQLException {
            return new Stored(row.getLong("id"), row.getText("state"), row.getInstant("state_at"));
        }
    }

    private record Fate(MessageState state, Instant tryAt, boolean isEnd) {}

    /** Ends them, and answers how many; those of which one failed are tried again when they are found again. */
    public int end(Collection<Long> messages) {
        int ended = 0;
        for (var message : messages) {
            try {
                ended += database.inTransaction(sql -> end(sql, message));
            } catch (RuntimeException failure) {
                LOG.log(Level.ERROR, "Message " + Ids.text(message) + " cannot be set aside, either.", failure);
            }
        }
        if (!messages.isEmpty()) {
            tell();
        }
        return ended;
    }

    /** Lets the watchdog tell that a message could not be read or written. */
    public void tell() {
        alarms.note(Trouble.Kind.UNREADABLE);
    }

    private int end(Sql sql, long message) {
        return sql.find("SELECT id, state, state_at FROM message WHERE id = ?", Stored::read, message)
                .map(stored -> end(sql, stored, fate(stored.state())))
                .orElse(0);
    }

    private Fate fate(String state) {
        return switch (state) {
            case "PLANNED", "CLAIMED" -> new Fate(MessageState.SKIPPED, RetryRule.NEVER, true);
            // from there on as any other whose sender died
            case "SUBMITTING" -> new Fate(MessageState.UNCLEAR, clock.instant(), false);
            case "UNDELIVERED", "SUSPECT" -> new Fate(MessageState.valueOf(state), RetryRule.NEVER, true);
            default -> new Fate(MessageState.UNKNOWN, RetryRule.NEVER, true);
        };
    }

    private int end(Sql sql, Stored stored, Fate fate) {
        var now = clock.instant();
        int moved = sql.update(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND state = ? AND state_at = ?",
                fate.state(),
                now,
                fate.tryAt(),
                CODE,
                REASON,
                stored.id(),
                stored.state(),
                stored.stateAt());
        if (moved == 1) {
            makeReadable(sql, stored.id());
            history.add(sql, List.of(new Event(stored.id(), fate.state(), now, null, REASON)));
        }
        if (moved == 1 && fate.isEnd()) {
            history.call(sql, List.of(new Call(stored.id(), CODE, REASON, now)));
        }
        return moved;
    }

    /** An attempt in a state that nobody knows is unclear; as it was, billing and evidence could not read it either. */
    private static void makeReadable(Sql sql, long message) {
        var parameters = new ArrayList<Object>(List.of(message));
        Arrays.stream(AttemptState.values()).map(Enum::name).forEach(parameters::add);
        sql.update(
                "UPDATE attempt SET state = 'UNCLEAR' WHERE message_id = ? AND state NOT IN "
                        + Sql.marks(AttemptState.values().length),
                parameters.toArray());
    }
}
