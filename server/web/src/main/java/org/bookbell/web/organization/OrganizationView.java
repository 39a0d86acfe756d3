package org.bookbell.web.organization;

import java.util.Optional;
import org.bookbell.organization.LateBooking;
import org.bookbell.organization.Organization;
import org.bookbell.storage.Ids;

/** An organization as the API shows it. */
record OrganizationView(
        String id,
        String slug,
        String name,
        String zone,
        String locale,
        String country,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> smsSender,
        int quietFromMinute,
        int quietToMinute,
        LateBooking lateBooking,
        String consentText) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                Ids.text(organization.id()),
                organization.slug(),
                organization.name(),
                organization.zone().getId(),
                organization.locale().toLanguageTag(),
                organization.country(),
                organization.phone(),
                organization.email(),
                organization.smsSender(),
                organization.quietFromMinute(),
                organization.quietToMinute(),
                organization.lateBooking(),
                organization.consentText());
    }
}
