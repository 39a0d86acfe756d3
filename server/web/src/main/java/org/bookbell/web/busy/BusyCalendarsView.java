package org.bookbell.web.busy;

import java.util.List;
import org.bookbell.web.page.Filled;

/** The outside calendars of the staff whose calendars the reader may change, and the form for another one. */
record BusyCalendarsView(String path, List<Option> staff, List<Line> lines, String notice, Filled form) {

    record Option(String value, String text, boolean isChosen) {}

    /**
     * One calendar.
     *
     * @param path to which its two buttons belong
     * @param fault empty while all is well
     * @param conflicts what is booked in times that it blocks, in words; empty for nothing
     */
    record Line(
            String path,
            String staff,
            String name,
            String address,
            String standing,
            String fault,
            String blocks,
            String conflicts) {}
}
