package org.bookbell.demo;

import java.util.List;
import java.util.Optional;

/**
 * A sample that was made.
 *
 * @param ownerPassword what the owner signs in with, if the account is new
 */
record SampleOrganization(
        Sample sample,
        long id,
        List<Long> staff,
        List<Long> services,
        List<Long> clients,
        Optional<String> ownerPassword) {}
