package org.bookbell.smpp.receipt;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a receipt spells the id that the answer to the submission gave. Many message centers write a number in base 16 in one
 * of both places and in base 10 in the other, or fill it with zeros in one of them.
 */
public enum IdSpelling {
    /** Character by character the same. */
    EXACT {
        @Override
        Optional<String> ofAnswer(String receipted) {
            return Optional.of(receipted);
        }
    },
    /** The same number in the same base. */
    SAME {
        @Override
        Optional<String> ofAnswer(String receipted) {
            return Optional.of(plain(receipted));
        }
    },
    /** The answer in base 16, the receipt in base 10. */
    HEX_THEN_DECIMAL {
        @Override
        Optional<String> ofAnswer(String receipted) {
            return Optional.of(receipted).filter(DECIMAL.asMatchPredicate()).map(id -> new BigInteger(id).toString(16));
        }
    },
    /** The answer in base 10, the receipt in base 16. */
    DECIMAL_THEN_HEX {
        @Override
        Optional<String> ofAnswer(String receipted) {
            return Optional.of(receipted).filter(HEX.asMatchPredicate()).map(id -> new BigInteger(id, 16).toString());
        }
    };

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,65}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{1,65}");

    /** The answer's id, in its plain spelling, of the message that a receipt calls {@code receipted}. */
    abstract Optional<String> ofAnswer(String receipted);

    /** A number without leading zeros and in lower case; any other id as it is. */
    static String plain(String id) {
        if (!HEX.matcher(id).matches()) {
            return id;
        }
        var significant = id.toLowerCase(Locale.ROOT).replaceFirst("^0+", "");
        return significant.isEmpty() ? "0" : significant;
    }
}
