package org.bookbell.dispatch.evidence;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Failed, unknown and delivered by gateway, country, network, code and week, from what {@link HourlyCount} counted. */
@UseCase
public class EvidenceByWeek {

    /** The most weeks that one question may be about. */
    public static final int MOST_WEEKS = 26;

    private static final int MOST_ROWS = 5000;
    private static final Comparator<EvidenceLine> IN_ORDER = Comparator.comparing(EvidenceLine::gateway)
            .thenComparing(EvidenceLine::destination)
            .thenComparing(line -> -line.outcome().attempts())
            .thenComparing(EvidenceLine::network);

    private final Sql sql;

    @Inject
    public EvidenceByWeek(Sql sql) {
        this.sql = sql;
    }

    private record Place(String gateway, String destination, String network) {

        static Place of(Tally tally) {
            return new Place(tally.gateway(), tally.destination(), tally.network());
        }
    }

    /** The Monday of the week of {@code day}. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * The weeks before the end of the one that {@code last} is in, that one first.
     *
     * @param weeks 1 to {@link #MOST_WEEKS}
     */
    public List<EvidenceWeek> list(LocalDate last, int weeks, Optional<String> gateway) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("weeks must be 1 to " + MOST_WEEKS + " but was " + weeks);
        }
        return IntStream.range(0, weeks)
                .mapToObj(back -> monday(last).minusWeeks(back))
                .map(monday -> new EvidenceWeek(monday, lines(tallies(monday, gateway))))
                .toList();
    }

    /** What each gateway made of all its messages in a week, by its name. */
    public static Map<String, Outcome> byGateway(EvidenceWeek week) {
        var grouped = week.lines().stream()
                .collect(Collectors.groupingBy(EvidenceLine::gateway, LinkedHashMap::new, Collectors.toList()));
        var sums = new LinkedHashMap<String, Outcome>();
        grouped.forEach((gateway, lines) -> sums.put(gateway, sum(lines)));
        return sums;
    }

    /** When the youngest hours were counted; empty before the first time. */
    public Optional<Instant> countedAt() {
        return sql.find(
                        "SELECT counted_at FROM evidence_hour WHERE counted_at IS NOT NULL ORDER BY hour_at DESC LIMIT 1",
                        row -> row.findInstant("counted_at"))
                .flatMap(Function.identity());
    }

    private List<Tally> tallies(LocalDate monday, Optional<String> gateway) {
        var from = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
        var until = monday.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var question = "SELECT gateway, destination, network, code, state, SUM(attempts) AS attempts,"
                + " SUM(charged) AS charged FROM evidence WHERE hour_at >= ? AND hour_at < ?"
                + (gateway.isPresent() ? " AND gateway = ?" : "")
                + " GROUP BY gateway, destination, network, code, state ORDER BY SUM(attempts) DESC LIMIT " + MOST_ROWS;
        return gateway.isPresent()
                ? sql.list(question, EvidenceByWeek::read, from, until, gateway.get())
                : sql.list(question, EvidenceByWeek::read, from, until);
    }

    private static Tally read(Row row) throws SQLException {
        return new Tally(
                row.getText("gateway"),
                row.getText("destination"),
                row.getText("network"),
                row.getText("code"),
                AttemptState.valueOf(row.getText("state")),
                row.getLong("attempts"),
                row.getLong("charged"));
    }

    private static List<EvidenceLine> lines(List<Tally> tallies) {
        return tallies.stream().collect(Collectors.groupingBy(Place::of)).entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static EvidenceLine line(Place place, List<Tally> tallies) {
        var codes = tallies.stream()
                .filter(each -> !each.code().isEmpty())
                .collect(Collectors.groupingBy(Tally::code))
                .entrySet()
                .stream()
                .map(each -> new EvidenceLine.ByCode(each.getKey(), Outcome.of(each.getValue())))
                .sorted(Comparator.comparing(
                                (EvidenceLine.ByCode each) -> -each.outcome().attempts())
                        .thenComparing(EvidenceLine.ByCode::code))
                .toList();
        return new EvidenceLine(place.gateway(), place.destination(), place.network(), Outcome.of(tallies), codes);
    }

    private static Outcome sum(List<EvidenceLine> lines) {
        return lines.stream().map(EvidenceLine::outcome).reduce(new Outcome(0, 0, 0, 0, 0), Outcome::plus);
    }
}
