package org.bookbell.http.hook;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Reply;

/**
 * Where a reply stands.
 *
 * @param from who answers
 * @param text what they answer
 * @param to the sender they answer to
 * @param id the provider's id of the answer
 * @param time when
 */
public record ReplyRule(Field from, Field text, Optional<Field> to, Optional<Field> id, Optional<Field> time) {

    private static final int LONGEST_ID = 120;

    /** With the plus sign or the international prefix 00, or without either; shorter ones are short codes. */
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|00)?([1-9]\\d{6,14})");

    /** Whether {@code item} says what somebody answered. */
    boolean isIn(CallItem item) {
        return item.find(Optional.of(from)).isPresent() && item.findWords(text).isPresent();
    }

    /** The reply; empty if a name or a short code answers. */
    Optional<Reply> read(CallItem item, String raw) {
        var number = item.find(Optional.of(from))
                .map(given -> NUMBER.matcher(given.replaceAll("[\\s()./-]", "")))
                .filter(found -> found.matches());
        return number.map(found -> new Reply(
                "+" + found.group(1),
                item.find(to),
                item.findWords(text).orElse(""),
                item.find(id).filter(given -> given.length() <= LONGEST_ID),
                item.find(time).flatMap(Moments::find),
                raw));
    }
}
