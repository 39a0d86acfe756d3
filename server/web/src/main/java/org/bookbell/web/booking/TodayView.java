package org.bookbell.web.booking;

import java.util.List;

/** A day's appointments. */
record TodayView(
        String day,
        String date,
        boolean isToday,
        String todayPath,
        String beforePath,
        String afterPath,
        List<TimesView.Choice> staff,
        String asOf,
        List<Download> papers,
        List<Download> downloads,
        List<AppointmentLine> lines) {

    /** Something to take along. */
    record Download(String path, String text) {}
}
