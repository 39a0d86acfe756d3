package org.bookbell.export.busy.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.busy.ical.Calendar.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Rules as ical4j follows them; it is given local times only, for it registers zones with the JVM where it meets one. */
class RulesPropertiesTest {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final TimeSlot WINDOW = Calendar.WINDOW;

    private static final int ZONES = ZoneId.getAvailableZoneIds().size();

    @Property(tries = 400)
    void rules_name_the_times_that_ical4j_finds(
            @ForAll("rules") String rule, @ForAll("starts") LocalDateTime start, @ForAll("zones") ZoneId zone)
            throws UnreadableCalendar {
        var text = event("DTSTART;TZID=" + zone + ":" + LOCAL.format(start), "DURATION:PT1M", "RRULE:" + rule);

        var found = BusyReader.read(text.getBytes(StandardCharsets.UTF_8), zone, WINDOW);

        assertThat(found).as("%s from %s in %s", rule, start, zone).isEqualTo(expected(rule, start, zone));
        assertThat(ZoneId.getAvailableZoneIds()).hasSize(ZONES);
    }

    private static List<TimeSlot> expected(String rule, LocalDateTime start, ZoneId zone) {
        var from = LocalDateTime.ofInstant(WINDOW.startInclusive(), zone).minusDays(2);
        var to = LocalDateTime.ofInstant(WINDOW.endExclusive(), zone).plusDays(2);
        var instants = new TreeSet<Instant>();
        instants.add(start.atZone(zone).toInstant());
        for (var local : new Recur<LocalDateTime>(rule).getDates(start, from, to)) {
            // as Java resolves it: a gap is skipped by its length, of an overlap the first
            instants.add(ZonedDateTime.of(local, zone).toInstant());
        }
        return instants.stream()
                .filter(instant ->
                        !instant.isBefore(WINDOW.startInclusive()) && instant.isBefore(WINDOW.endExclusive()))
                .map(instant -> TimeSlot.of(instant, Duration.ofMinutes(1)))
                .toList();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        return Combinators.combine(
                        Arbitraries.integers().between(-900, 300),
                        Arbitraries.integers().between(0, 95))
                .as((days, quarters) -> LocalDateTime.parse("2026-11-02T00:00:00")
                        .plusDays(days)
                        .plusMinutes(15L * quarters));
    }

    @Provide
    Arbitrary<String> rules() {
        var intervals = Arbitraries.integers().between(1, 4).map(n -> ";INTERVAL=" + n);
        var ends = Arbitraries.of("", ";COUNT=7", ";UNTIL=20270601T000000", ";UNTIL=20270328T013000");
        return Combinators.combine(Arbitraries.oneOf(daily(), weekly(), monthly(), yearly()), intervals, ends)
                .as((rule, interval, end) -> rule + interval + end);
    }

    private static Arbitrary<String> daily() {
        return Arbitraries.of("FREQ=DAILY", "FREQ=DAILY;BYMONTH=1,3,11", "FREQ=DAILY;BYDAY=MO,WE");
    }

    /** With the week's start: ical4j takes it from the JVM's locale where a rule names none. */
    private static Arbitrary<String> weekly() {
        return Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(days ->
                        "FREQ=WEEKLY;WKST=MO;BYDAY=" + days.stream().sorted().collect(Collectors.joining(",")));
    }

    private static Arbitrary<String> monthly() {
        return Arbitraries.of(
                "FREQ=MONTHLY;BYMONTHDAY=1",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=MONTHLY;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYDAY=2TU",
                "FREQ=MONTHLY;BYDAY=-1SU",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    }

    private static Arbitrary<String> yearly() {
        return Arbitraries.of(
                "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5,6,7,8");
    }
}
