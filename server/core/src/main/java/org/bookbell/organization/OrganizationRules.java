package org.bookbell.organization;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/** What an organization may be called and set to; each method adds the fault it finds. */
final class OrganizationRules {

    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LONGEST_ZONE = 50;
    private static final int LONGEST_LOCALE = 20;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> RESERVED_SLUGS = Set.of(
            "api",
            "assets",
            "feeds",
            "health",
            "hooks",
            "metrics",
            "openapi",
            "operator",
            "self",
            "sign-in",
            "sign-out",
            "status");
    private static final Pattern SENDER_NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
    private static final Pattern SENDER_NUMBER = Pattern.compile("\\+?\\d{3,15}");

    private final Faults faults;

    OrganizationRules(Faults faults) {
        this.faults = faults;
    }

    void check(NewOrganization founded) {
        slug(founded.slug().strip());
        name(founded.name());
        zone(founded.zone());
        locale(founded.locale());
        country(founded.country());
        phone(founded.phone(), founded.country());
        email(founded.email());
    }

    void check(OrganizationChange change, String countryNow) {
        name(change.name());
        zone(change.zone());
        locale(change.locale());
        country(change.country());
        phone(change.phone(), change.country() == null ? countryNow : change.country());
        email(change.email());
        smsSender(change.smsSender());
        minute(change.quietFromMinute(), "/quietFromMinute");
        minute(change.quietToMinute(), "/quietToMinute");
        text(change.consentText(), 500, "/consentText");
    }

    private void slug(String slug) {
        var isSlug =
                slug.length() >= 2 && slug.length() <= 60 && SLUG.matcher(slug).matches();
        faults.check(
                isSlug,
                "/slug",
                "The slug must be 2 to 60 lower-case letters, digits and single hyphens, such as \"quiet-hands\".");
        faults.check(!RESERVED_SLUGS.contains(slug), "/slug", "The slug \"" + slug + "\" is reserved; choose another.");
    }

    private void name(@Nullable String name) {
        text(name, 120, "/name");
    }

    private void zone(@Nullable String zone) {
        faults.check(
                zone == null
                        || (zone.strip().length() <= LONGEST_ZONE
                                && ZoneId.getAvailableZoneIds().contains(zone.strip())),
                "/zone",
                "The time zone must be the id of one, such as \"Europe/Zurich\".");
    }

    private void locale(@Nullable String locale) {
        faults.check(
                locale == null || isLocale(locale.strip()),
                "/locale",
                "The locale must be a language tag, such as \"en-GB\".");
    }

    private void country(@Nullable String country) {
        faults.check(
                country == null || isCountry(country.strip()),
                "/country",
                "The country must be an ISO 3166 code of two capital letters, such as \"GB\".");
    }

    private void phone(@Nullable String phone, String country) {
        faults.check(
                phone == null
                        || phone.isBlank()
                        || ContactSyntax.findE164(phone, country.strip()).isPresent(),
                "/phone",
                "The phone must be a number that can be dialed; write one of another country with a plus and its prefix.");
    }

    private void email(@Nullable String email) {
        faults.check(
                email == null
                        || email.isBlank()
                        || ContactSyntax.findEmail(email).isPresent(),
                "/email",
                "The e-mail must be an address, such as \"desk@example.org\".");
    }

    private void smsSender(@Nullable String sender) {
        faults.check(
                sender == null
                        || sender.isBlank()
                        || SENDER_NAME.matcher(sender.strip()).matches()
                        || SENDER_NUMBER.matcher(sender.strip()).matches(),
                "/smsSender",
                "The SMS sender must be a number of 3 to 15 digits, or at most 11 letters, digits and spaces with a"
                        + " letter among them.");
    }

    private void minute(@Nullable Integer minute, String pointer) {
        faults.check(
                minute == null || (minute >= 0 && minute < MINUTES_OF_A_DAY),
                pointer,
                "The minute of the day must be 0 to 1439.");
    }

    private void text(@Nullable String text, int longest, String pointer) {
        faults.check(
                text == null || (!text.isBlank() && text.strip().length() <= longest),
                pointer,
                "The text must have 1 to " + longest + " characters.");
    }

    private static boolean isLocale(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return tag.length() <= LONGEST_LOCALE
                    && Set.of(Locale.getISOLanguages()).contains(language);
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }

    private static boolean isCountry(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
    }
}
