package org.bookbell.export.busy.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.busy.ical.Calendar.busy;
import static org.bookbell.export.busy.ical.Calendar.calendar;
import static org.bookbell.export.busy.ical.Calendar.event;
import static org.bookbell.export.busy.ical.Calendar.fault;

import org.bookbell.export.busy.ical.line.UnreadableCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    private static final String OFFICE = """
            BEGIN:VTIMEZONE
            TZID:Customized Time Zone
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE""";

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-03T08:00:00Z",
        "America/New_York, 2026-11-03T14:00:00Z",
        "/mozilla.org/20050126_1/America/New_York, 2026-11-03T14:00:00Z",
        "/freeassociation.sourceforge.net/Europe/Berlin, 2026-11-03T08:00:00Z",
        "W. Europe Standard Time, 2026-11-03T08:00:00Z",
        "\"Eastern Standard Time\", 2026-11-03T14:00:00Z",
        "UTC, 2026-11-03T09:00:00Z",
        "GMT+2, 2026-11-03T07:00:00Z",
        "Etc/UTC, 2026-11-03T09:00:00Z",
    })
    void zones_of_java_and_of_windows_are_known_by_their_names(String zone, String start) throws UnreadableCalendar {
        assertThat(busy(event("DTSTART;TZID=" + zone + ":20261103T090000", "DURATION:PT1H")))
                .singleElement()
                .asString()
                .startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "20270328T013000, 2027-03-28T00:30:00Z",
        "20270328T023000, 2027-03-28T01:30:00Z",
        "20270328T033000, 2027-03-28T01:30:00Z",
        "20271031T013000, 2027-10-30T23:30:00Z",
        "20271031T023000, 2027-10-31T00:30:00Z",
        "20271031T033000, 2027-10-31T02:30:00Z",
    })
    void a_zone_that_the_calendar_defines_changes_its_clocks_like_one_of_java(String local, String start)
            throws UnreadableCalendar {
        var own = calendar(
                OFFICE, "BEGIN:VEVENT\nDTSTART;TZID=Customized Time Zone:" + local + "\nDURATION:PT5M\nEND:VEVENT");
        var java = event("DTSTART;TZID=Europe/Berlin:" + local, "DURATION:PT5M");

        assertThat(busy(own)).isEqualTo(busy(java)).singleElement().asString().startsWith(start);
    }

    @Test
    void a_definition_of_a_zone_that_java_knows_is_not_needed_to_be_right() throws UnreadableCalendar {
        var text = calendar(
                OFFICE.replace("Customized Time Zone", "America/New_York"),
                "BEGIN:VEVENT\nDTSTART;TZID=America/New_York:20261103T090000\nDURATION:PT1H\nEND:VEVENT");

        assertThat(busy(text)).containsExactly("2026-11-03T14:00:00Z/2026-11-03T15:00:00Z");
    }

    @Test
    void a_zone_with_one_offset_and_dates_is_understood() throws UnreadableCalendar {
        var text = calendar("""
                BEGIN:VTIMEZONE
                TZID:Here
                BEGIN:STANDARD
                DTSTART:19700101T000000
                RDATE:20261104T000000
                TZOFFSETFROM:+0500
                TZOFFSETTO:+0530
                END:STANDARD
                END:VTIMEZONE""", "BEGIN:VEVENT\nDTSTART;TZID=Here:20261103T090000\nDURATION:PT1H\nEND:VEVENT");

        assertThat(busy(text)).containsExactly("2026-11-03T03:30:00Z/2026-11-03T04:30:00Z");
    }

    @Test
    void a_definition_that_is_not_understood_is_told_with_its_line() {
        var event = "BEGIN:VEVENT\nDTSTART;TZID=Customized Time Zone:20261103T090000\nDURATION:PT1H\nEND:VEVENT";

        assertThat(fault(calendar(OFFICE.replace("TZOFFSETTO:+0100", "TZOFFSETTO:one"), event)))
                .isEqualTo("line 8: TZOFFSETTO is no offset such as +0100");
        assertThat(fault(calendar(OFFICE.replace("TZOFFSETFROM:+0200", "X:y"), event)))
                .isEqualTo("line 5: TZOFFSETFROM is missing");
        assertThat(fault(calendar("BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nEND:VTIMEZONE", event)))
                .isEqualTo("line 3: the time zone has no STANDARD and no DAYLIGHT");
    }
}
