package org.bookbell.dispatch.failover;

import java.time.Instant;

/**
 * A gateway that takes messages and does not bring them.
 *
 * @param destination a calling code or a mail domain; empty for all destinations
 * @param suspectFrom since when what it took is not believed to have arrived
 * @param since when that was found
 */
public record FailingGateway(String gateway, String destination, Instant suspectFrom, Instant since) {}
