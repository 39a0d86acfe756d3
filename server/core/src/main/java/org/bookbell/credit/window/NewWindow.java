package org.bookbell.credit.window;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.problem.Faults;

/**
 * A window that the operator asks for.
 *
 * @param organizationId whose messages it covers, 0 for everybody's
 * @param from may lie in the past: what was charged inside is refunded
 */
public record NewWindow(
        long organizationId, Optional<String> gateway, Instant from, Optional<Instant> until, String reason) {

    private static final int LONGEST_REASON = 200;

    void check(Faults faults) {
        faults.check(until.filter(end -> !from.isBefore(end)).isEmpty(), "/until", "The end must lie after the start.");
        faults.check(
                !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "/reason",
                "The reason must have 1 to " + LONGEST_REASON + " characters.");
    }
}
