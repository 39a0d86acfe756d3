package org.bookbell.client;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client, as somebody wrote it; null or blank is unknown.
 *
 * @param mobile the number that takes SMS
 * @param phone a number to ring, where it is another one
 * @param locale a language tag; the organization's where unknown
 * @param zone the id of a time zone; the organization's where unknown
 * @param note what the organization wrote about the client
 */
public record ClientDetails(
        String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable String zone,
        @Nullable String note) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_LOCALE = 20;
    private static final int LONGEST_ZONE = 50;

    /** What whoever books tells of themselves. */
    public static ClientDetails of(String name, @Nullable String email, @Nullable String mobile) {
        return new ClientDetails(name, email, mobile, null, null, null, null);
    }

    /** What the file tells now, to change some of it. */
    public static ClientDetails of(Client client) {
        return new ClientDetails(
                client.name(),
                client.email().map(Email::address).orElse(null),
                client.mobile().map(Phone::e164).orElse(null),
                client.phone().map(Phone::e164).orElse(null),
                client.locale().toLanguageTag(),
                client.zone().getId(),
                client.note().orElse(null));
    }

    /**
     * Adds every fault of these details.
     *
     * @param at where the details stand in the request, a JSON pointer such as {@code /client}; empty for its root
     * @param country where a phone number without prefix is dialed
     */
    public void check(Faults faults, String at, String country) {
        faults.check(isName(), at + "/name", "The name must have 1 to 120 characters on one line.");
        faults.check(
                given(email).isEmpty() || findEmail().isPresent(),
                at + "/email",
                "The e-mail must be an address, such as \"anna@example.org\".");
        checkPhone(faults, mobile, at + "/mobile", country);
        checkPhone(faults, phone, at + "/phone", country);
        faults.check(
                given(locale).isEmpty() || findLocale().isPresent(),
                at + "/locale",
                "The locale must be a language tag, such as \"en-GB\".");
        faults.check(
                given(zone).isEmpty() || findZone().isPresent(),
                at + "/zone",
                "The time zone must be the id of one, such as \"Europe/Zurich\".");
        faults.check(
                findNote().map(String::length).orElse(0) <= LONGEST_NOTE,
                at + "/note",
                "The note must have at most 1000 characters.");
    }

    Optional<Email> findEmail() {
        return given(email).flatMap(Email::find);
    }

    Optional<Phone> findMobile(String country) {
        return given(mobile).flatMap(text -> Phone.find(text, country));
    }

    Optional<Phone> findPhone(String country) {
        return given(phone).flatMap(text -> Phone.find(text, country));
    }

    Optional<Locale> findLocale() {
        return given(locale).filter(tag -> tag.length() <= LONGEST_LOCALE).flatMap(ClientDetails::parseLocale);
    }

    Optional<ZoneId> findZone() {
        return given(zone).filter(id -> id.length() <= LONGEST_ZONE).flatMap(ClientDetails::parseZone);
    }

    Optional<String> findNote() {
        return given(note);
    }

    private boolean isName() {
        return !name.isBlank()
                && name.strip().length() <= LONGEST_NAME
                && name.strip().chars().noneMatch(Character::isISOControl);
    }

    private static void checkPhone(Faults faults, @Nullable String text, String pointer, String country) {
        faults.check(
                given(text)
                        .map(number -> Phone.find(number, country).isPresent())
                        .orElse(true),
                pointer,
                "The number must be one that can be dialed; write one of another country with a plus and its prefix.");
    }

    private static Optional<Locale> parseLocale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> !locale.getLanguage().isEmpty());
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> parseZone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException notAZone) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(line -> !line.isEmpty());
    }
}
