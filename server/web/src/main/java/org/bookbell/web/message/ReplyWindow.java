package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.bookbell.dispatch.reply.Replies;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.input.FormInput;

/**
 * Which part of a list of replies is asked for.
 *
 * @param after the last one of the part before; empty for the first
 */
record ReplyWindow(Optional<Long> after, int limit) {

    private static final int USUAL = 50;

    static ReplyWindow read(UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var limit = in.get("limit", number(1, Replies.MOST_ENTRIES), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200))).map(Cursor::id);
        in.orThrow();
        return new ReplyWindow(after, limit);
    }

    /** What to send as {@code after} for those that follow, if there may be any. */
    <T> Optional<String> next(List<T> found, ToLongFunction<T> id) {
        return found.size() < limit
                ? Optional.empty()
                : Optional.of(new Cursor("", id.applyAsLong(found.get(found.size() - 1))).text());
    }
}
