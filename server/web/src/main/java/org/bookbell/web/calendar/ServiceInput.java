package org.bookbell.web.calendar;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.setup.ServiceDetails;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads a service, from JSON or a form. */
public final class ServiceInput {

    private static final int DAY = 24 * 60;
    private static final int YEAR = 366;
    private static final int MOST_STAFF = 500;
    private static final int USUAL_STEP = 15;
    private static final int USUAL_WINDOW = 60;

    private ServiceInput() {}

    public static ServiceDetails read(Input in) {
        return new ServiceDetails(
                in.get("name", text(1, 120)),
                in.find("description", text(0, 1000)).orElse(null),
                in.find("priceText", text(0, 80)).orElse(null),
                times(in),
                in.find("location", Kind.ID).orElse(null),
                in.get("online", Kind.FLAG, false),
                in.get("position", number(0, 9999), 0),
                in.list("staff", MOST_STAFF, Kind.ID));
    }

    private static ServiceTimes times(Input in) {
        return new ServiceTimes(
                in.get("durationMinutes", number(1, DAY)),
                in.get("gapMinutes", number(0, DAY), 0),
                in.get("stepMinutes", number(5, DAY), USUAL_STEP),
                in.get("noticeMinutes", number(0, YEAR * DAY), 0),
                in.get("windowDays", number(0, 3 * YEAR), USUAL_WINDOW));
    }
}
