package org.bookbell.web.desk;

import java.util.List;
import org.bookbell.web.booking.AppointmentLine;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Frame;

/**
 * The coming time blocks and the form for another one.
 *
 * @param calendarsPath where calendars that are kept elsewhere stand
 * @param choices where the staff whose calendars the reader may change choose their own messages
 */
record BlocksView(
        String path,
        String calendarsPath,
        List<DeskView.Option> staff,
        List<Line> lines,
        List<Frame.Link> choices,
        String notice,
        Filled form) {

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
