package org.bookbell.dispatch.reply;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.ReadModel;

/** Answers what recipients answered: each organization its own, and the operator how many belong to none. */
@ReadModel
public class Replies {

    /** The longest page. */
    public static final int MOST_ENTRIES = 200;

    private final Sql sql;

    @Inject
    public Replies(Sql sql) {
        this.sql = sql;
    }

    /**
     * A page of an organization's replies, the latest first.
     *
     * @param before the last one of the page before; empty for the first
     */
    public List<ReplyEntry> list(long organizationId, Optional<Long> before, int limit) {
        return sql.list(
                "SELECT " + ReplyEntry.COLUMNS
                        + " FROM reply WHERE organization_id = ? AND id < ? ORDER BY id DESC LIMIT " + checked(limit),
                ReplyEntry::read,
                organizationId,
                before.orElse(Long.MAX_VALUE));
    }

    /** The replies to one message, the earliest first. */
    public List<ReplyEntry> listOf(long organizationId, long messageId) {
        return sql.list(
                "SELECT " + ReplyEntry.COLUMNS
                        + " FROM reply WHERE message_id = ? AND organization_id = ? ORDER BY id LIMIT " + MOST_ENTRIES,
                ReplyEntry::read,
                messageId,
                organizationId);
    }

    /** A page of those that belong to no organization, the latest first. */
    public List<UnmatchedReply> listUnmatched(Optional<Long> before, int limit) {
        return sql.list(
                "SELECT id, gateway, received_at, meaning, outcome FROM reply WHERE organization_id IS NULL"
                        + " AND id < ? ORDER BY id DESC LIMIT " + checked(limit),
                row -> new UnmatchedReply(
                        row.getLong("id"),
                        row.getText("gateway"),
                        row.getInstant("received_at"),
                        row.findText("meaning").map(Meaning::valueOf),
                        row.findText("outcome").map(Outcome::valueOf)),
                before.orElse(Long.MAX_VALUE));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ENTRIES + " but was " + limit);
        }
        return limit;
    }
}
