package org.bookbell.web.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.evidence.EvidenceLine;
import org.bookbell.dispatch.evidence.EvidenceWeek;
import org.bookbell.dispatch.evidence.Outcome;
import org.bookbell.web.answer.Times;

/**
 * Evidence as the API shows it; weeks begin on Mondays in UTC.
 *
 * @param countedAt when the youngest hour was counted
 */
record EvidenceJson(Optional<String> countedAt, List<LineJson> items) {

    /** What a gateway made of the messages to a network of a country in one week. */
    record LineJson(
            LocalDate week,
            String gateway,
            Optional<String> country,
            Optional<String> network,
            OutcomeJson outcome,
            List<CodeJson> codes) {}

    /** What had one code. */
    record CodeJson(String code, long failed, long refused, long unknown) {}

    /**
     * How many ended how.
     *
     * @param chargedMilliCredits what organizations paid for all of them, less what they got back
     * @param chargedPerDelivered the same for each that was delivered, in milli-credits
     */
    record OutcomeJson(
            long attempts,
            long delivered,
            long failed,
            long refused,
            long unknown,
            long chargedMilliCredits,
            Optional<Long> chargedPerDelivered) {

        static OutcomeJson of(Outcome outcome) {
            return new OutcomeJson(
                    outcome.attempts(),
                    outcome.delivered(),
                    outcome.failed(),
                    outcome.refused(),
                    outcome.unknown(),
                    outcome.charged(),
                    outcome.chargedPerDelivered());
        }
    }

    static EvidenceJson of(Optional<Instant> countedAt, List<EvidenceWeek> weeks) {
        return new EvidenceJson(
                countedAt.map(at -> Times.text(at, ZoneOffset.UTC)),
                weeks.stream()
                        .flatMap(week -> week.lines().stream().map(line -> line(week.monday(), line)))
                        .toList());
    }

    private static LineJson line(LocalDate week, EvidenceLine line) {
        return new LineJson(
                week,
                line.gateway(),
                named(line.destination()),
                named(line.network()),
                OutcomeJson.of(line.outcome()),
                line.codes().stream().map(EvidenceJson::code).toList());
    }

    private static CodeJson code(EvidenceLine.ByCode each) {
        var outcome = each.outcome();
        return new CodeJson(each.code(), outcome.failed(), outcome.refused(), outcome.unknown());
    }

    private static Optional<String> named(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }
}
