package org.bookbell.organization;

import org.jspecify.annotations.Nullable;

/**
 * What shall change of an organization, as somebody wrote it: null leaves as is, blank takes away what may be missing.
 *
 * @param quietFromMinute the local minute of the day at which reminders begin to rest
 * @param quietToMinute the minute at which they may go out again; equal to the other for no rest at all
 */
public record OrganizationChange(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String locale,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String smsSender,
        @Nullable Integer quietFromMinute,
        @Nullable Integer quietToMinute,
        @Nullable LateBooking lateBooking,
        @Nullable String consentText) {

    /** No change at all, to begin from. */
    public static OrganizationChange none() {
        return new OrganizationChange(null, null, null, null, null, null, null, null, null, null, null);
    }

    public OrganizationChange withName(String text) {
        return new OrganizationChange(
                text,
                zone,
                locale,
                country,
                phone,
                email,
                smsSender,
                quietFromMinute,
                quietToMinute,
                lateBooking,
                consentText);
    }

    public OrganizationChange withSmsSender(String text) {
        return new OrganizationChange(
                name,
                zone,
                locale,
                country,
                phone,
                email,
                text,
                quietFromMinute,
                quietToMinute,
                lateBooking,
                consentText);
    }

    public OrganizationChange withQuietHours(int fromMinute, int toMinute) {
        return new OrganizationChange(
                name, zone, locale, country, phone, email, smsSender, fromMinute, toMinute, lateBooking, consentText);
    }

    public OrganizationChange withLateBooking(LateBooking policy) {
        return new OrganizationChange(
                name,
                zone,
                locale,
                country,
                phone,
                email,
                smsSender,
                quietFromMinute,
                quietToMinute,
                policy,
                consentText);
    }

    public OrganizationChange withConsentText(String text) {
        return new OrganizationChange(
                name,
                zone,
                locale,
                country,
                phone,
                email,
                smsSender,
                quietFromMinute,
                quietToMinute,
                lateBooking,
                text);
    }
}
