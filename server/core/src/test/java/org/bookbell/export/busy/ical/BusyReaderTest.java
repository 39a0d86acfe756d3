package org.bookbell.export.busy.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.busy.ical.Calendar.BERLIN;
import static org.bookbell.export.busy.ical.Calendar.WINDOW;
import static org.bookbell.export.busy.ical.Calendar.busy;
import static org.bookbell.export.busy.ical.Calendar.calendar;
import static org.bookbell.export.busy.ical.Calendar.event;
import static org.bookbell.export.busy.ical.Calendar.slots;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;
import org.junit.jupiter.api.Test;

class BusyReaderTest {

    @Test
    void an_event_in_utc_is_busy_from_its_start_to_its_end() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T090000Z", "DTEND:20261103T103000Z")))
                .containsExactly("2026-11-03T09:00:00Z/2026-11-03T10:30:00Z");
    }

    @Test
    void a_length_may_stand_instead_of_an_end() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T090000Z", "DURATION:PT1H30M")))
                .containsExactly("2026-11-03T09:00:00Z/2026-11-03T10:30:00Z");
    }

    @Test
    void an_event_without_a_length_takes_no_time() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T090000Z"))).isEmpty();
    }

    @Test
    void times_without_a_zone_are_those_of_the_staff_member() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T090000", "DTEND:20261103T100000")))
                .containsExactly("2026-11-03T08:00:00Z/2026-11-03T09:00:00Z");
    }

    @Test
    void a_date_is_a_day_on_the_wall_of_the_staff_member() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART;VALUE=DATE:20261103")))
                .containsExactly("2026-11-02T23:00:00Z/2026-11-03T23:00:00Z");
    }

    @Test
    void several_days_over_a_change_of_the_clock_end_at_midnight() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270329")))
                .containsExactly("2027-03-26T23:00:00Z/2027-03-28T22:00:00Z");
    }

    @Test
    void a_night_shift_is_one_busy_time() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T210000Z", "DTEND:20261104T050000Z")))
                .containsExactly("2026-11-03T21:00:00Z/2026-11-04T05:00:00Z");
    }

    @Test
    void what_is_transparent_cancelled_or_free_is_not_busy() throws UnreadableCalendar {
        var times = new String[] {"DTSTART:20261103T090000Z", "DTEND:20261103T100000Z"};

        assertThat(busy(event(times[0], times[1], "TRANSP:TRANSPARENT"))).isEmpty();
        assertThat(busy(event(times[0], times[1], "STATUS:CANCELLED"))).isEmpty();
        assertThat(busy(event(times[0], times[1], "X-MICROSOFT-CDO-BUSYSTATUS:FREE")))
                .isEmpty();
        assertThat(busy(event(times[0], times[1], "STATUS:TENTATIVE", "TRANSP:OPAQUE")))
                .hasSize(1);
    }

    @Test
    void our_own_appointments_do_not_come_back() throws UnreadableCalendar {
        assertThat(busy(event("UID:0HZQ2J4T5X6YA@bookbell", "DTSTART:20261103T090000Z", "DTEND:20261103T100000Z")))
                .isEmpty();
    }

    @Test
    void what_overlaps_or_touches_is_one_busy_time() throws UnreadableCalendar {
        var text = calendar(
                "BEGIN:VEVENT\nDTSTART:20261103T100000Z\nDTEND:20261103T110000Z\nEND:VEVENT",
                "BEGIN:VEVENT\nDTSTART:20261103T090000Z\nDTEND:20261103T100000Z\nEND:VEVENT",
                "BEGIN:VEVENT\nDTSTART:20261103T103000Z\nDTEND:20261103T104500Z\nEND:VEVENT");

        assertThat(busy(text)).containsExactly("2026-11-03T09:00:00Z/2026-11-03T11:00:00Z");
    }

    @Test
    void a_begun_minute_is_busy() throws UnreadableCalendar {
        assertThat(busy(event("DTSTART:20261103T090030Z", "DTEND:20261103T095959Z")))
                .containsExactly("2026-11-03T09:00:00Z/2026-11-03T10:00:00Z");
    }

    @Test
    void only_the_window_is_read() throws UnreadableCalendar {
        assertThat(slots(event("DTSTART:20200101T000000Z", "DTEND:20300101T000000Z")))
                .allMatch(slot -> slot.length().compareTo(Duration.ofDays(366)) <= 0)
                .hasSize(2)
                .first()
                .matches(slot -> slot.startInclusive().equals(WINDOW.startInclusive()));
        assertThat(busy(event("DTSTART:20261001T090000Z", "DTEND:20261001T100000Z")))
                .isEmpty();
    }

    @Test
    void an_endless_series_keeps_its_hour_when_the_clock_changes() throws UnreadableCalendar {
        var times = busy(event(
                "DTSTART;TZID=Europe/Berlin:20240101T090000",
                "DTEND;TZID=Europe/Berlin:20240101T100000",
                "RRULE:FREQ=WEEKLY"));

        assertThat(times)
                .hasSize(58)
                .contains(
                        "2026-11-02T08:00:00Z/2026-11-02T09:00:00Z",
                        "2027-03-22T08:00:00Z/2027-03-22T09:00:00Z",
                        "2027-03-29T07:00:00Z/2027-03-29T08:00:00Z",
                        "2027-11-01T08:00:00Z/2027-11-01T09:00:00Z");
    }

    @Test
    void until_and_count_end_a_series() throws UnreadableCalendar {
        var start = "DTSTART;TZID=America/New_York:20261102T190000";

        assertThat(busy(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261105T000000Z")))
                .containsExactly(
                        "2026-11-03T00:00:00Z/2026-11-03T01:00:00Z",
                        "2026-11-04T00:00:00Z/2026-11-04T01:00:00Z",
                        "2026-11-05T00:00:00Z/2026-11-05T01:00:00Z");
        assertThat(busy(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261103")))
                .hasSize(2);
        assertThat(busy(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2")))
                .hasSize(2);
        assertThat(busy(event("DTSTART:20261030T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5")))
                .hasSize(2);
    }

    @Test
    void dates_are_added_and_taken_away() throws UnreadableCalendar {
        var times = busy(event(
                "DTSTART;TZID=Europe/Berlin:20261103T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE;TZID=Europe/Berlin:20261104T090000",
                "RDATE:20261110T100000Z,20261111T100000Z",
                "RDATE;VALUE=PERIOD:20261112T100000Z/PT30M,20261113T100000Z/20261113T101500Z"));

        assertThat(times)
                .containsExactly(
                        "2026-11-03T08:00:00Z/2026-11-03T09:00:00Z",
                        "2026-11-05T08:00:00Z/2026-11-05T09:00:00Z",
                        "2026-11-10T10:00:00Z/2026-11-10T11:00:00Z",
                        "2026-11-11T10:00:00Z/2026-11-11T11:00:00Z",
                        "2026-11-12T10:00:00Z/2026-11-12T10:30:00Z",
                        "2026-11-13T10:00:00Z/2026-11-13T10:15:00Z");
    }

    @Test
    void one_of_a_series_may_be_moved_or_called_off() throws UnreadableCalendar {
        var text = calendar(
                "BEGIN:VEVENT\nUID:a\nDTSTART:20261103T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261104T090000Z\nDTSTART:20261104T150000Z\nDURATION:PT2H\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261105T090000Z\nSTATUS:CANCELLED\nDTSTART:20261105T090000Z\nEND:VEVENT",
                "BEGIN:VEVENT\nUID:b\nDTSTART:20261105T090000Z\nDURATION:PT1M\nEND:VEVENT");

        assertThat(busy(text))
                .containsExactly(
                        "2026-11-03T09:00:00Z/2026-11-03T10:00:00Z",
                        "2026-11-04T15:00:00Z/2026-11-04T17:00:00Z",
                        "2026-11-05T09:00:00Z/2026-11-05T09:01:00Z");
    }

    @Test
    void periods_of_a_free_busy_answer_are_busy_unless_they_are_free() throws UnreadableCalendar {
        var text = calendar(
                "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20261103T090000Z/PT1H,20261104T090000Z/20261104T093000Z\n"
                        + "FREEBUSY;FBTYPE=FREE:20261105T090000Z/PT1H\nFREEBUSY:20261106T090000Z/PT1H\nEND:VFREEBUSY");

        assertThat(busy(text))
                .containsExactly(
                        "2026-11-03T09:00:00Z/2026-11-03T10:00:00Z",
                        "2026-11-04T09:00:00Z/2026-11-04T09:30:00Z",
                        "2026-11-06T09:00:00Z/2026-11-06T10:00:00Z");
    }

    @Test
    void lines_are_unfolded_even_within_a_letter_and_alarms_say_nothing() throws UnreadableCalendar {
        var text = event(
                "SUMMARY:Gr\u00fc\u00dfe",
                "DTSTART:202611",
                " 03T0900",
                "\t00Z",
                "DURATION:PT1H",
                "BEGIN:VALARM",
                "DURATION:PT5H",
                "TRIGGER:-PT15M",
                "END:VALARM");
        var bytes = ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);

        assertThat(BusyReader.read(bytes, BERLIN, WINDOW))
                .singleElement()
                .hasToString(slots(event("DTSTART:20261103T090000Z", "DURATION:PT1H"))
                        .get(0)
                        .toString());
    }

    @Test
    void an_empty_calendar_is_one() throws UnreadableCalendar {
        assertThat(busy(calendar("X-WR-CALNAME:Nothing"))).isEmpty();
    }
}
