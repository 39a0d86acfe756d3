package org.bookbell.booking;

import org.bookbell.client.ClientDetails;

/** Who comes to an appointment. */
public sealed interface Guest {

    /** A client of the organization. */
    record Known(long clientId) implements Guest {}

    /** Somebody who gives their name and contacts; found again by them if they came before. */
    record Introduced(ClientDetails details) implements Guest {}
}
