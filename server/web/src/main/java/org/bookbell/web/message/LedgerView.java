package org.bookbell.web.message;

import java.util.List;

/**
 * A page of the ledger.
 *
 * @param isAhead whether it goes on with later messages rather than earlier ones
 */
record LedgerView(
        String path,
        String forecastPath,
        List<Filter> filters,
        List<MessageLine> lines,
        boolean isAhead,
        String nextPath) {

    /** One state to look at, and how many messages are in it. */
    record Filter(String path, String text, long count, boolean isHere) {}
}
