package org.bookbell.export.archive;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import org.bookbell.export.archive.file.Line;
import org.bookbell.message.MessageState;

/**
 * What becomes of a message that was still on its way when the archive was written. Whether the other server sent it
 * afterwards nobody knows here; so whatever was due before the import is never sent by this server: it is useful no
 * longer, and ends on the call list as what comes too late does. What is due later is sent as planned.
 */
final class Landing {

    /** From then on an instant means never, as those who wait for something write it. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private static final Set<MessageState> ENDED = EnumSet.of(
            MessageState.DELIVERED,
            MessageState.SKIPPED,
            MessageState.TOO_LATE,
            MessageState.CANCELLED,
            MessageState.REFUSED);

    private Landing() {}

    /** The message as this server takes it over. */
    static Line of(Line message, Instant now) {
        var state = MessageState.valueOf(message.text("state"));
        if (ENDED.contains(state)) {
            return message;
        }
        var values = new HashMap<>(message.values());
        if (state == MessageState.CLAIMED) {
            values.put("state", MessageState.PLANNED.name());
        }
        if (state == MessageState.SUBMITTING || state == MessageState.UNCLEAR) {
            values.put("state", MessageState.UNCLEAR.name());
            values.put("try_at", now);
        }
        if (!message.time("due_at").isAfter(now)
                && message.time("useful_until").isAfter(now)
                && message.time("try_at").isBefore(NEVER)) {
            values.put("useful_until", now);
        }
        return new Line(message.table(), message.number(), values);
    }
}
