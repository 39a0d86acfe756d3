package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.message.ledger.LedgerCursor;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.message.ledger.LedgerFilter;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Which messages a page or a program asks for: {@code state}, {@code appointment}, {@code client}, {@code channel}. */
record LedgerQuery(LedgerFilter filter, Optional<LedgerCursor> after, int limit) {

    private static final int USUAL = 50;
    private static final Duration SOON = Duration.ofMinutes(2);

    static LedgerQuery read(Input in) {
        var states = in.list("state", MessageState.values().length, choice(MessageState.class));
        var filter = new LedgerFilter(
                Set.copyOf(states),
                in.find("appointment", Kind.ID),
                in.find("client", Kind.ID),
                in.find("channel", choice(Channel.class)));
        var limit = in.get("limit", number(1, Ledger.MOST_ENTRIES), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200)))
                .map(cursor -> new LedgerCursor(cursor.instant(), cursor.id()));
        in.orThrow();
        return new LedgerQuery(filter, after, limit);
    }

    /** Whether it asks for what is still to come. */
    boolean isAhead() {
        return filter.equals(LedgerFilter.ALL.in(MessageState.PLANNED));
    }

    /** Where a first page begins that leaves out what is not due soon; empty if it asks for less than all. */
    Optional<LedgerCursor> until(Instant now) {
        return filter.equals(LedgerFilter.ALL) ? Optional.of(new LedgerCursor(now.plus(SOON), 0)) : Optional.empty();
    }

    /** The query of an address that asks the same from the beginning; empty where that takes none. */
    String repeated() {
        var parts = new ArrayList<String>();
        filter.states().stream().sorted().forEach(state -> parts.add("state=" + state));
        filter.appointmentId().ifPresent(id -> parts.add("appointment=" + Ids.text(id)));
        filter.clientId().ifPresent(id -> parts.add("client=" + Ids.text(id)));
        filter.channel().ifPresent(channel -> parts.add("channel=" + channel));
        if (limit != USUAL) {
            parts.add("limit=" + limit);
        }
        return String.join("&", parts);
    }

    /** What to send as {@code after} for the entries that follow these, if there may be any. */
    Optional<String> next(List<LedgerEntry> found) {
        if (found.size() < limit) {
            return Optional.empty();
        }
        var last = found.get(found.size() - 1).cursor();
        return Optional.of(Cursor.of(last.dueAt(), last.id()).text());
    }
}
