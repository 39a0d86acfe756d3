package org.bookbell.web.evidence;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bookbell.dispatch.evidence.EvidenceByWeek;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Which weeks of which gateway are asked for. */
record EvidenceQuery(LocalDate week, int weeks, Optional<String> gateway) {

    private static final int USUAL = 8;

    static EvidenceQuery read(Input in, Clock clock) {
        var query = new EvidenceQuery(
                in.get("week", Kind.DATE, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                in.get("weeks", number(1, EvidenceByWeek.MOST_WEEKS), USUAL),
                in.find("gateway", text(2, 101)));
        in.orThrow();
        return query;
    }
}
