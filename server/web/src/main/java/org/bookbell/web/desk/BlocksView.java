package org.bookbell.web.desk;

import java.util.List;
import org.bookbell.web.booking.AppointmentLine;
import org.bookbell.web.page.Filled;

/** The coming time blocks and the form for another one. */
record BlocksView(String path, List<DeskView.Option> staff, List<Line> lines, String notice, Filled form) {

    /**
     * One time block.
     *
     * @param inTheWay what is booked in a blocked time all the same
     */
    record Line(
            String removePath,
            String staff,
            String from,
            String to,
            String kind,
            String note,
            List<AppointmentLine> inTheWay) {}
}
