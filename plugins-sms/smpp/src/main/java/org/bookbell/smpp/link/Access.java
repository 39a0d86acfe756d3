package org.bookbell.smpp.link;

import org.bookbell.smpp.wire.Endpoint;

/** How an account reaches its message center. */
public record Access(Endpoint endpoint, Credentials credentials, Timing timing) {}
