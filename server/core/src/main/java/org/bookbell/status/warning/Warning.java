package org.bookbell.status.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bookbell.status.Incident;

/**
 * What members of an organization should know while an incident lasts that concerns them.
 *
 * @param kind of the incident
 * @param unsent how many of their clients' reminders were to be sent and did not arrive, by the day of the appointment
 * @param toPhone how many clients are on their call list
 * @param knownSince when it was found
 * @param nextWordBy by when more is said
 * @param asOf when all this was so
 */
public record Warning(
        Incident.Kind kind,
        SortedMap<LocalDate, Long> unsent,
        long toPhone,
        Instant knownSince,
        Instant nextWordBy,
        Instant asOf) {

    public Warning {
        unsent = Collections.unmodifiableSortedMap(new TreeMap<>(unsent));
    }
}
