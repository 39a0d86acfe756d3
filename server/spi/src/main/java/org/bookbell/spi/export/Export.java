package org.bookbell.spi.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What is exported.
 *
 * @param organization the organization's name
 * @param title what the view is called, such as the name of a staff member
 * @param zone the zone in which local times are written
 * @param locale the language of headings
 * @param from the first instant covered
 * @param to the first instant not covered
 * @param asOf when the appointments were read
 * @param subscription how it shall show itself where somebody subscribes to it; empty for a download
 */
public record Export(
        String organization,
        String title,
        ZoneId zone,
        Locale locale,
        Instant from,
        Instant to,
        Instant asOf,
        Optional<Subscription> subscription) {

    /** A download, to which nobody subscribes. */
    public Export(
            String organization, String title, ZoneId zone, Locale locale, Instant from, Instant to, Instant asOf) {
        this(organization, title, zone, locale, from, to, asOf, Optional.empty());
    }
}
