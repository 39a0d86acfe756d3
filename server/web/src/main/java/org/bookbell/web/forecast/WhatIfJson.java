package org.bookbell.web.forecast;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.message.planning.WhatIf;
import org.bookbell.message.planning.WhatIfLine;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/**
 * The reminders of the next seven days with another rule, as the API shows them.
 *
 * @param isComplete whether there are no more than these
 */
record WhatIfJson(String zone, boolean isComplete, List<LineJson> items) {

    /** A reminder; {@code before} is when it is due as the rules are now, where that moves. */
    record LineJson(
            String appointment,
            String appointmentStart,
            String channel,
            ForecastJson.ToJson to,
            WhatIfLine.Effect effect,
            String dueAt,
            Optional<String> before,
            boolean willBeSent,
            Optional<String> reasonCode,
            Optional<String> reason) {

        static LineJson of(WhatIfLine line, ZoneId zone) {
            return new LineJson(
                    Ids.text(line.appointmentId()),
                    Times.text(line.start(), zone),
                    line.channel().name(),
                    new ForecastJson.ToJson(
                            line.recipient().kind(),
                            Ids.text(line.recipient().id()),
                            line.recipient().address(line.channel())),
                    line.effect(),
                    Times.text(line.window().dueAt(), zone),
                    line.before().map(at -> Times.text(at, zone)),
                    line.willBeSent(),
                    line.skipped().map(Enum::name),
                    line.skipped().map(reason -> reason.words(line.channel())));
        }
    }

    static WhatIfJson of(ZoneId zone, List<WhatIfLine> lines) {
        return new WhatIfJson(
                zone.getId(),
                lines.size() < WhatIf.MOST_LINES,
                lines.stream().map(line -> LineJson.of(line, zone)).toList());
    }
}
