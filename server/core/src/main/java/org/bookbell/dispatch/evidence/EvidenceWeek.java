package org.bookbell.dispatch.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * A week of evidence.
 *
 * @param monday its first day, in UTC
 * @param lines by gateway, country and network
 */
public record EvidenceWeek(LocalDate monday, List<EvidenceLine> lines) {

    public EvidenceWeek {
        lines = List.copyOf(lines);
    }
}
