package org.bookbell.booking;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments are wanted: those that begin in {@code [from, to)}.
 *
 * @param staffId with whom; null for everybody's
 * @param clientId whose; null for everybody's
 */
public record AppointmentFilter(
        Instant from,
        Instant to,
        @Nullable Long staffId,
        @Nullable Long clientId) {

    public static AppointmentFilter between(Instant from, Instant to) {
        return new AppointmentFilter(from, to, null, null);
    }

    public AppointmentFilter of(Optional<Long> staff, Optional<Long> client) {
        return new AppointmentFilter(from, to, staff.orElse(null), client.orElse(null));
    }
}
