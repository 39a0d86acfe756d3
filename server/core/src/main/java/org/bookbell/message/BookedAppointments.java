package org.bookbell.message;

import java.time.Instant;
import java.util.List;

/** The appointments that messages are owed for, as booking knows them; booking implements it. */
public interface BookedAppointments {

    /**
     * At most {@code limit} booked or confirmed appointments that start after {@code startingAfter} and whose id is
     * greater than {@code afterAppointmentId}, by ascending id.
     */
    List<AppointmentFacts> list(long organizationId, Instant startingAfter, long afterAppointmentId, int limit);

    /** Those of them that this client or staff member is told about, by ascending id, at most some hundred. */
    List<AppointmentFacts> listOf(long organizationId, Audience kind, long recipientId, Instant startingAfter);
}
