package org.bookbell.spi.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One appointment as an exporter sees it. Its texts are what people typed: any characters, line breaks among them.
 *
 * @param id stable for the appointment's life, unique on the server, 13 characters of {@code 0-9A-Z}
 * @param revision raised by each change, from 0
 * @param status {@code REQUESTED}, {@code BOOKED}, {@code CONFIRMED}, {@code CANCELLED}, {@code NO_SHOW} or {@code
 *     COMPLETED}
 * @param start when it begins
 * @param end when it ends, after {@code start}, without the gap after
 * @param zone the zone in which it was booked
 * @param service the service's name
 * @param staff the staff member's name
 * @param clientName the client's name
 * @param clientEmail the client's e-mail address
 * @param clientMobile the client's mobile number in E.164
 * @param clientPhone the client's other number in E.164
 * @param location where it takes place
 * @param note the client's own note
 * @param createdAt when it was booked
 * @param changedAt when it was last changed
 * @param reminder what is known of its reminders
 */
public record ExportedAppointment(
        String id,
        int revision,
        String status,
        Instant start,
        Instant end,
        ZoneId zone,
        String service,
        String staff,
        String clientName,
        Optional<String> clientEmail,
        Optional<String> clientMobile,
        Optional<String> clientPhone,
        Optional<String> location,
        Optional<String> note,
        Instant createdAt,
        Instant changedAt,
        ReminderState reminder) {}
