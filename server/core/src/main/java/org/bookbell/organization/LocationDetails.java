package org.bookbell.organization;

import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a location, as somebody wrote it.
 *
 * @param address what a map finds; blank or null for none
 * @param atClient whether the staff goes to the client
 */
public record LocationDetails(String name, @Nullable String address, boolean atClient) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 300;

    void check(Faults faults) {
        faults.check(
                !name.isBlank() && name.strip().length() <= LONGEST_NAME,
                "/name",
                "The name must have 1 to 120 characters.");
        faults.check(
                address == null || address.strip().length() <= LONGEST_ADDRESS,
                "/address",
                "The address must have at most 300 characters.");
        faults.check(
                !atClient || addressOrNull() == null,
                "/address",
                "A location at the client's has no address of its own; leave it out.");
    }

    @Nullable String addressOrNull() {
        return address == null || address.isBlank() ? null : address.strip();
    }
}
