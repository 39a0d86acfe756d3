package org.bookbell.export.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.bookbell.message.timing.Window;

/**
 * Agendas of one zone that are due together.
 *
 * @param day the local day on which they are due
 * @param time the local time
 * @param window when they may be sent
 */
public record AgendaRound(LocalDate day, LocalTime time, Window window) {

    /** The first day that they are about. */
    public LocalDate firstDay() {
        return AgendaSettings.isEvening(time) ? day.plusDays(1) : day;
    }

    boolean isOpen(Instant now) {
        return !now.isBefore(window.dueAt()) && now.isBefore(window.usefulUntil());
    }
}
