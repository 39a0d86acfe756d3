package org.bookbell.web.booking;

import java.util.List;

/** The free times to which an appointment may move. */
public record MoveView(
        String path,
        String now,
        String zone,
        String staff,
        List<TimesView.Choice> choices,
        List<Day> days,
        String laterPath) {

    /** One day that has free times. */
    public record Day(String name, List<Time> times) {}

    /** One free time: as the form sends it and as a person reads it. */
    public record Time(String start, String text) {}
}
