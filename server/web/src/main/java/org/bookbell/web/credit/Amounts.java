package org.bookbell.web.credit;

import static org.bookbell.web.input.Kind.number;

import java.math.BigDecimal;
import org.bookbell.web.input.Kind;

/** Amounts as they are taken and shown. */
final class Amounts {

    private static final int MOST = 2_000_000_000;
    private static final int MILLI = 3;

    /** Milli-credits, of either sign. */
    static final Kind<Integer> MILLI_CREDITS = number(-MOST, MOST);

    /** Milli-credits that are no debt. */
    static final Kind<Integer> NOT_NEGATIVE = number(0, MOST);

    private Amounts() {}

    /** Credits with three decimals. */
    static String credits(long milliCredits) {
        return BigDecimal.valueOf(milliCredits, MILLI).toPlainString();
    }
}
