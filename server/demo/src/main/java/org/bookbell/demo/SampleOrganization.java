package org.bookbell.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.ServiceTimes;

/**
 * A sample that is there.
 *
 * @param staff who gives each of {@code services}
 * @param ownerPassword what the owner signs in with, if the account is new
 */
record SampleOrganization(
        Sample sample,
        long id,
        List<Long> staff,
        List<Given> services,
        List<Long> clients,
        Optional<String> ownerPassword) {

    /**
     * A service.
     *
     * @param busy how long a calendar is busy with it
     */
    record Given(long id, Duration busy) {

        Given(long id, ServiceTimes times) {
            this(id, times.duration().plus(times.gapAfter()));
        }
    }

    /** The service that fits best between others. */
    Given shortest() {
        return Collections.min(services, Comparator.comparing(Given::busy));
    }

    /** Whether there is somebody who books and something to book; whoever tried the sample may have changed it. */
    boolean isBookable() {
        return !staff.isEmpty() && !services.isEmpty() && !clients.isEmpty();
    }

    ZoneId zone() {
        return ZoneId.of(sample.organization().zone());
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }
}
