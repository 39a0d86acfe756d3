package org.bookbell.export.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgendaTimesTest {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 30);

    @Test
    void an_evening_tells_of_the_next_day_and_a_morning_of_its_own() {
        var times = times("Europe/Berlin", Optional.of(EVENING), Optional.of(MORNING));

        var evening = times.findDue(Instant.parse("2026-11-02T17:00:00Z")).orElseThrow();
        var morning = times.findDue(Instant.parse("2026-11-03T05:30:00Z")).orElseThrow();

        assertThat(evening.day()).isEqualTo("2026-11-02");
        assertThat(evening.firstDay()).isEqualTo("2026-11-03");
        assertThat(morning.day()).isEqualTo("2026-11-03");
        assertThat(morning.firstDay()).isEqualTo("2026-11-03");
    }

    @ParameterizedTest
    @CsvSource({
        // after an outage: when it ends, and the due time of what is sent then
        "2026-11-02T16:59:59Z, ",
        "2026-11-02T17:00:00Z, 2026-11-02T17:00:00Z",
        "2026-11-03T05:29:59Z, 2026-11-02T17:00:00Z",
        "2026-11-03T05:30:00Z, 2026-11-03T05:30:00Z",
        "2026-11-03T13:29:59Z, 2026-11-03T05:30:00Z",
        "2026-11-03T13:30:00Z, ",
        "2026-11-09T20:00:00Z, 2026-11-09T17:00:00Z"
    })
    void after_an_outage_the_newest_counts_while_it_is_useful(Instant now, Instant due) {
        var times = times("Europe/Berlin", Optional.of(EVENING), Optional.of(MORNING));

        assertThat(times.findDue(now).map(round -> round.window().dueAt())).isEqualTo(Optional.ofNullable(due));
    }

    @ParameterizedTest
    @CsvSource({
        // zone, the local day, the time chosen, when it is due
        "Europe/Berlin, 2026-03-28, 18:00, 2026-03-28T17:00:00Z",
        "Europe/Berlin, 2026-03-29, 18:00, 2026-03-29T16:00:00Z",
        "Europe/Berlin, 2026-03-29, 02:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "America/New_York, 2026-03-08, 02:15, 2026-03-08T07:15:00Z",
        "America/New_York, 2026-11-01, 01:15, 2026-11-01T05:15:00Z",
        "Australia/Lord_Howe, 2026-10-04, 02:10, 2026-10-03T15:40:00Z",
        "Australia/Lord_Howe, 2026-04-05, 01:45, 2026-04-04T14:45:00Z",
        "Asia/Beirut, 2026-03-29, 00:00, 2026-03-28T22:00:00Z",
        "Asia/Kathmandu, 2026-06-01, 06:30, 2026-06-01T00:45:00Z"
    })
    void a_skipped_time_comes_later_by_what_is_skipped_and_a_repeated_one_is_the_first(
            String zone, LocalDate day, LocalTime time, Instant due) {
        var times = AgendaSettings.isEvening(time)
                ? times(zone, Optional.of(time), Optional.empty())
                : times(zone, Optional.empty(), Optional.of(time));

        var round = times.findDue(due).orElseThrow();

        assertThat(round.day()).isEqualTo(day);
        assertThat(round.window().dueAt()).isEqualTo(due);
        assertThat(times.findNext(due.minusNanos(1))).contains(due);
    }

    @Test
    void a_day_that_a_zone_leaves_out_has_no_agenda() {
        var times = times("Pacific/Apia", Optional.of(EVENING), Optional.empty());

        var due = dueTimes(times, Instant.parse("2011-12-28T12:00:00Z"), Instant.parse("2012-01-02T00:00:00Z"));

        assertThat(due)
                .extracting(round -> round.day().toString())
                .containsExactly("2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01");
    }

    /** Each zone, and the days around each change of its clocks in two years. */
    @ParameterizedTest
    @MethodSource("changes")
    void around_each_change_of_the_clocks_each_day_has_each_of_its_agendas_once(Change change) {
        var first = change.day().minusDays(3);
        var last = change.day().plusDays(3);

        var found = dueTimes(
                times(change.zone().getId(), Optional.of(LocalTime.of(23, 45)), Optional.of(LocalTime.of(1, 30))),
                first.atStartOfDay(change.zone()).toInstant(),
                last.atTime(12, 0).atZone(change.zone()).toInstant());

        assertThat(found)
                .extracting(round -> round.day() + " " + round.time())
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1))
                        .flatMap(day -> Stream.of(day + " 01:30", day + " 23:45"))
                        .limit(13)
                        .toList());
    }

    private record Change(ZoneId zone, LocalDate day) {}

    static Stream<Change> changes() {
        var rules = new HashMap<ZoneRules, ZoneId>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> rules.putIfAbsent(zone.getRules(), zone));
        return rules.values().stream().flatMap(zone -> changes(zone).stream());
    }

    private static List<Change> changes(ZoneId zone) {
        var changes = new ArrayList<Change>();
        var end = Instant.parse("2028-01-01T00:00:00Z");
        var next = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(new Change(zone, next.getDateTimeBefore().toLocalDate()));
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    /** What somebody who looks whenever one is due finds, from one to the next. */
    private static List<AgendaRound> dueTimes(AgendaTimes times, Instant from, Instant to) {
        var found = new ArrayList<AgendaRound>();
        var next = times.findNext(from.minusNanos(1)).orElseThrow();
        while (next.isBefore(to)) {
            found.add(times.findDue(next).orElseThrow());
            next = times.findNext(next).orElseThrow();
        }
        return found;
    }

    @Test
    void one_is_useful_until_the_next_is_due() {
        var times = times("Europe/Berlin", Optional.of(EVENING), Optional.of(MORNING));

        var round = times.findDue(Instant.parse("2026-11-02T17:00:00Z")).orElseThrow();

        assertThat(Duration.between(round.window().dueAt(), round.window().usefulUntil()))
                .isEqualTo(Duration.ofMinutes(12 * 60 + 30));
    }

    private static AgendaTimes times(String zone, Optional<LocalTime> evening, Optional<LocalTime> morning) {
        return new AgendaTimes(new AgendaSettings(evening, morning, 7, true, List.of(), 1), ZoneId.of(zone));
    }
}
