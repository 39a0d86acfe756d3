package org.bookbell.web.answer;

import java.util.List;
import java.util.Optional;

/**
 * A list of the API.
 *
 * @param items the entries
 * @param next what to send as {@code after} for more; absent at the end
 */
public record Listing<T>(List<T> items, Optional<String> next) {

    /** A list without a continuation. */
    public static <T> Listing<T> all(List<T> items) {
        return new Listing<>(items, Optional.empty());
    }
}
