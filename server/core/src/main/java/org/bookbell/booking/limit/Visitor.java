package org.bookbell.booking.limit;

import java.util.Optional;

/**
 * Whoever wants to book without an account.
 *
 * @param country of the organization, whose numbers are nothing unusual
 * @param network from where, as one customer of a network has it; empty where a program books for others
 * @param mobile an E.164 number
 */
public record Visitor(
        long organizationId,
        String country,
        Optional<String> network,
        Optional<String> mobile,
        Optional<String> email) {

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "Visitor[…]";
    }
}
