package org.bookbell.organization;

import org.jspecify.annotations.Nullable;

/**
 * What an organization is founded with, as somebody wrote it; {@link Founding} checks it. Quiet hours begin as 21 to 8
 * o'clock.
 *
 * @param slug its name in addresses: 2 to 60 lower-case letters, digits and single hyphens
 * @param name what clients call it
 * @param zone the id of a time zone, "Europe/Zurich"
 * @param locale a language tag, "de-CH"
 * @param country an ISO 3166 code, "CH"
 */
public record NewOrganization(
        String slug,
        String name,
        String zone,
        String locale,
        String country,
        @Nullable String phone,
        @Nullable String email) {}
