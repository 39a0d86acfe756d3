package org.bookbell.web.booking;

import java.util.Optional;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.booking.BookingSource;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** An appointment as the API shows it; times in the zone in which it was booked. */
record AppointmentView(
        String id,
        AppointmentStatus status,
        String service,
        String staff,
        Optional<String> client,
        String start,
        String end,
        String zone,
        Optional<String> note,
        BookingSource source,
        Optional<String> heldUntil,
        Optional<String> endedReason,
        String createdAt,
        String changedAt) {

    static AppointmentView of(Appointment appointment) {
        var zone = appointment.zone();
        return new AppointmentView(
                Ids.text(appointment.id()),
                appointment.status(),
                Ids.text(appointment.serviceId()),
                Ids.text(appointment.staffId()),
                appointment.clientId().map(Ids::text),
                Times.text(appointment.time().startInclusive(), zone),
                Times.text(appointment.time().endExclusive(), zone),
                zone.getId(),
                appointment.note(),
                appointment.source(),
                appointment.heldUntil().map(until -> Times.text(until, zone)),
                appointment.endedReason(),
                Times.text(appointment.createdAt(), zone),
                Times.text(appointment.changedAt(), zone));
    }
}
