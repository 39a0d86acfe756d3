package org.bookbell.web.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bookbell.dispatch.evidence.EvidenceByWeek;
import org.bookbell.dispatch.evidence.EvidenceLine;
import org.bookbell.dispatch.evidence.EvidenceWeek;
import org.bookbell.dispatch.evidence.Outcome;
import org.bookbell.dispatch.health.Destination;

/**
 * The page of evidence; weeks begin on Mondays in UTC.
 *
 * @param weeks each gateway in each of the last weeks
 * @param detail one week by country and network
 */
public record EvidenceView(
        String countedAt,
        List<WeekLine> weeks,
        String detailWeek,
        List<DetailLine> detail,
        List<String> gateways,
        String from,
        String until) {

    /** A gateway in one week. */
    public record WeekLine(String week, String path, String gateway, Figures figures) {}

    /** A gateway in one country and network. */
    public record DetailLine(String gateway, String country, String network, Figures figures, String codes) {

        static DetailLine of(EvidenceLine line) {
            return new DetailLine(
                    line.gateway(),
                    Destination.inWords(line.destination()),
                    line.network(),
                    Figures.of(line.outcome()),
                    line.codes().stream()
                            .map(each -> each.code() + " × " + each.outcome().attempts())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Shares in percent, and what a delivered message cost its organization. */
    public record Figures(
            long messages, String delivered, String failed, String refused, String unknown, String price) {

        static Figures of(Outcome outcome) {
            return new Figures(
                    outcome.attempts(),
                    outcome.percent(outcome.delivered()) + " %",
                    outcome.percent(outcome.failed()) + " %",
                    outcome.percent(outcome.refused()) + " %",
                    outcome.percent(outcome.unknown()) + " %",
                    outcome.charged() == 0
                            ? ""
                            : outcome.chargedPerDelivered()
                                    .map(Figures::credits)
                                    .orElse("none arrived"));
        }

        private static String credits(long milliCredits) {
            return BigDecimal.valueOf(milliCredits, 3)
                    .setScale(3, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    static List<WeekLine> weekLines(List<EvidenceWeek> weeks, String path) {
        return weeks.stream()
                .flatMap(week -> EvidenceByWeek.byGateway(week).entrySet().stream()
                        .map(each -> new WeekLine(
                                week.monday().toString(),
                                path + "?week=" + week.monday(),
                                each.getKey(),
                                Figures.of(each.getValue()))))
                .toList();
    }

    static List<DetailLine> detailLines(EvidenceWeek week) {
        return week.lines().stream().map(DetailLine::of).toList();
    }

    /** Today and a week before, as a form suggests them. */
    static EvidenceView of(
            String countedAt, List<EvidenceWeek> weeks, String path, List<String> gateways, LocalDate today) {
        return new EvidenceView(
                countedAt,
                weekLines(weeks, path),
                weeks.get(0).monday().toString(),
                detailLines(weeks.get(0)),
                gateways,
                today.minusDays(6).toString(),
                today.toString());
    }
}
