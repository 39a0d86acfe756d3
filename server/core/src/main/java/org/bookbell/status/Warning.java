package org.bookbell.status;

import java.time.Instant;

/**
 * What members of an organization should know while an incident lasts that concerns them.
 *
 * @param affected how many of their messages a failing gateway took without proof
 * @param toPhone how many clients are on their call list
 * @param knownSince when that was found
 * @param nextWordBy by when more is said
 */
public record Warning(long affected, long toPhone, Instant knownSince, Instant nextWordBy) {}
