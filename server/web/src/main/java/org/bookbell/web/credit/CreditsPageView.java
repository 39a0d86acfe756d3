package org.bookbell.web.credit;

import java.util.List;

/**
 * An account as its page shows it, in credits.
 *
 * @param thisMonth where the statement of this month is
 * @param lastMonth where that of the month before is
 */
record CreditsPageView(String balance, String reserved, List<Line> lines, String thisMonth, String lastMonth) {

    /**
     * An entry.
     *
     * @param messagePath the message it is for, if any
     */
    record Line(String when, String what, String amount, String balance, String messagePath) {}
}
