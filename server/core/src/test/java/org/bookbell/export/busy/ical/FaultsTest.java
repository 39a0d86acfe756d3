package org.bookbell.export.busy.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.busy.ical.Calendar.calendar;
import static org.bookbell.export.busy.ical.Calendar.event;
import static org.bookbell.export.busy.ical.Calendar.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bookbell.export.busy.ical.line.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String START = "DTSTART:20261103T090000Z";

    @Test
    void a_missing_start_is_told_with_the_line_of_its_event() {
        assertThat(fault(event("SUMMARY:x"))).isEqualTo("line 3: DTSTART is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:tomorrow|line 4: DTSTART is neither a date nor a time",
                "DTSTART:20261303T090000Z|line 4: DTSTART is neither a date nor a time",
                "DTSTART;TZID=Mars/Olympus:20261103T090000|line 4: DTSTART has a time zone that is neither known nor defined here",
                "DTSTART|line 4: this is no property: a name and a colon are missing",
                "<html>|line 4: this is no property: a name and a colon are missing",
                "END:VTODO|line 4: END does not fit BEGIN in line 3",
            })
    void a_line_that_is_not_understood_is_named(String line, String told) {
        assertThat(fault(event(line))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTEND:20261103T080000Z|line 5: DTEND lies before DTSTART",
                "DURATION:-PT1H|line 5: DURATION is no length of time that can be understood",
                "DURATION:soon|line 5: DURATION is no length of time that can be understood",
                "RRULE:FREQ=SOMETIMES|line 5: RRULE is no rule that can be understood",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31|line 5: RRULE names no time, or one so rare that it cannot be found",
                "RRULE:FREQ=SECONDLY|line 5: RRULE repeats too often",
                "EXRULE:FREQ=DAILY|line 5: EXRULE is no longer part of iCalendar and is not understood",
                "EXDATE:never|line 5: EXDATE is neither a date nor a time",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T090000Z|line 5: RECURRENCE-ID changes a whole rest of a series, which is not understood",
            })
    void what_does_not_fit_the_start_is_told_too(String line, String told) {
        assertThat(fault(event(START, line))).isEqualTo(told);
    }

    @Test
    void half_a_calendar_is_refused() {
        assertThat(fault("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + START + "\nEND:VEVENT\n"))
                .isEqualTo("line 4: the calendar ends before its END:VCALENDAR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<p>Sign in: now</p>\n", "X:y\n", "BEGIN:VCARD\nEND:VCARD\n"})
    void what_is_no_calendar_is_refused_at_its_first_line(String text) {
        assertThat(fault(text)).startsWith("line 1: this is no ");
    }

    @Test
    void nothing_at_all_is_no_calendar() {
        assertThat(fault("")).startsWith("line 1: this is no iCalendar");
    }

    @Test
    void a_fault_never_repeats_what_stands_in_the_calendar() {
        assertThat(fault(event("DTSTART:secret-4711"))).doesNotContain("4711");
    }

    @Test
    void too_many_events_are_refused() {
        var text = calendar(IntStream.range(0, 20_001)
                .mapToObj(i -> "BEGIN:VEVENT\n" + START + "\nEND:VEVENT")
                .collect(Collectors.joining("\n")));

        assertThat(fault(text)).isEqualTo("line 60003: there are more than 20000 events");
    }

    @Test
    void a_minute_of_every_hour_is_followed_but_every_minute_of_a_year_is_not() {
        assertThat(fault(event(START, "DURATION:PT1M", "RRULE:FREQ=HOURLY"))).startsWith("read: ");
        assertThat(fault(event(START, "DURATION:PT1M", "RRULE:FREQ=MINUTELY")))
                .isEqualTo("line 6: there are more than 50000 busy times within the next months");
    }

    @Test
    void a_rule_that_names_every_second_of_a_year_at_once_costs_nothing() {
        var all = IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(fault(event(START, "RRULE:FREQ=YEARLY;BYMINUTE=" + all + ";BYSECOND=" + all)))
                .isEqualTo("line 5: RRULE repeats too often");
    }

    @Test
    void a_count_that_would_last_for_ages_is_given_up() {
        assertThat(fault(event("DTSTART:19000101T000000Z", "RRULE:FREQ=MINUTELY;COUNT=2000000000")))
                .isEqualTo("line 5: events repeat too often to be followed");
    }

    @Test
    void reading_ends_when_its_time_is_over() {
        var spent = new Budget(Duration.ZERO);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> spent.event(12)))
                .hasMessage("line 12: reading takes too long");
    }

    @Test
    void components_are_not_nested_without_end() {
        var text = calendar(String.join("\n", Collections.nCopies(20, "BEGIN:VEVENT")));

        assertThat(fault(text)).isEqualTo("line 10: components are nested too deeply");
    }
}
