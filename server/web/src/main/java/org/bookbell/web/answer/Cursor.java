package org.bookbell.web.answer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** Where a list goes on: the sort key and the id of the last entry, as one opaque word. */
public record Cursor(String key, long id) {

    private static final String WRONG = "The cursor in \"after\" is none that a list gave; begin without it.";

    /** The cursor of an entry of a list in order of time. */
    public static Cursor of(Instant key, long id) {
        return new Cursor(key.toString(), id);
    }

    /** The key of a list in order of time. */
    public Instant instant() {
        try {
            return Instant.parse(key);
        } catch (DateTimeException wrong) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, WRONG);
        }
    }

    /** The word that {@code after} takes. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor in {@code after}, empty for the beginning. */
    public static Optional<Cursor> parse(Optional<String> after) {
        return after.map(Cursor::parse);
    }

    private static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(parts[1], Long.parseLong(parts[0]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, WRONG);
        }
    }
}
