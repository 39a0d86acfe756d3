package org.bookbell.http.answer;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What a code or a status says of a message that was not taken.
 *
 * @param reason why it was refused; empty where it may have been taken all the same
 */
public record Meaning(Optional<RefusalReason> reason) {

    /** Nobody knows whether the message was taken. */
    static final Meaning UNCLEAR = new Meaning(Optional.empty());

    /** The words that operators write. */
    public static final String WORDS =
            Arrays.stream(RefusalReason.values()).map(Enum::name).collect(Collectors.joining(", ")) + ", UNCLEAR";

    static Meaning refused(RefusalReason reason) {
        return new Meaning(Optional.of(reason));
    }

    /** By its word; empty where it means nothing. */
    public static Optional<Meaning> find(String word) {
        return word.equals("UNCLEAR") ? Optional.of(UNCLEAR) : findReason(word).map(Meaning::refused);
    }

    /** A reason by its word. */
    public static Optional<RefusalReason> findReason(String word) {
        return Arrays.stream(RefusalReason.values())
                .filter(reason -> reason.name().equals(word))
                .findFirst();
    }
}
