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
        String calendarPath,
        String spreadsheetPath,
        List<AppointmentLine> lines) {}
