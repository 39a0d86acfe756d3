package org.bookbell.dispatch.job.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a job.
 *
 * @param id the number that Jakarta Batch gave it
 * @param status such as {@code STARTED}, {@code COMPLETED} or {@code FAILED}; {@code INTERRUPTED} if its process died
 * @param found how many due messages it found
 * @param sent how many of them it sent on their way
 * @param detail what it says of its end
 */
public record JobRun(
        long id,
        String job,
        String status,
        Instant startedAt,
        Optional<Instant> endedAt,
        long found,
        long sent,
        Optional<String> detail) {}
