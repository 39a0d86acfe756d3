package org.bookbell.web.forecast;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.forecast.Forecast;
import org.bookbell.dispatch.forecast.ForecastLine;
import org.bookbell.message.ledger.LedgerCursor;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.input.Input;

/** Which page of the forecast is asked for. */
record ForecastQuery(Optional<LedgerCursor> after, int limit) {

    private static final int USUAL = 100;

    static ForecastQuery read(Input in) {
        var limit = in.get("limit", number(1, Forecast.MOST_LINES), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200)))
                .map(cursor -> new LedgerCursor(cursor.instant(), cursor.id()));
        in.orThrow();
        return new ForecastQuery(after, limit);
    }

    /** What to send as {@code after} for the lines that follow these, if there may be any. */
    Optional<String> next(List<ForecastLine> found) {
        if (found.size() < limit) {
            return Optional.empty();
        }
        var last = found.get(found.size() - 1).message().cursor();
        return Optional.of(Cursor.of(last.dueAt(), last.id()).text());
    }
}
