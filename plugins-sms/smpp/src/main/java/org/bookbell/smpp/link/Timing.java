package org.bookbell.smpp.link;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param connect for a connection, and again for its encryption
 * @param bind for the answer to a bind
 * @param response for the answer to any other request
 * @param idle how long nothing may be heard before an enquire_link asks whether anybody is there (SMPP 3.4, 7.2)
 * @param longestPause between two tries to bind
 */
public record Timing(Duration connect, Duration bind, Duration response, Duration idle, Duration longestPause) {}
