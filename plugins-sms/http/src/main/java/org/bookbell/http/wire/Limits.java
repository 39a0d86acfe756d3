package org.bookbell.http.wire;

import java.time.Duration;

/**
 * How much one server is asked.
 *
 * @param connect how long a connection may take
 * @param whole how long a request may take from begin to end, the connection included
 * @param connections how many may be open at once
 */
public record Limits(Duration connect, Duration whole, int connections) {}
