package org.bookbell.export.busy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.export.busy.fetch.Validators;

/**
 * The right to fetch one calendar once.
 *
 * @param fence grows with each claim; whoever comes with an older one is too late
 * @param address sealed
 * @param zone the staff member's
 * @param readAt when the calendar was last read as a whole
 */
public record Claim(
        long id,
        long organizationId,
        long staffId,
        long fence,
        String address,
        ZoneId zone,
        Validators validators,
        Optional<Instant> readAt,
        int failures) {}
