package org.bookbell.organization;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How phone numbers and e-mail addresses are written, for whoever has some: what it answers is the one spelling in
 * which they are stored and compared.
 */
public final class ContactSyntax {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(" + LABEL + "\\.)+" + LABEL);
    private static final Pattern PHONE_TEXT = Pattern.compile("[\\p{Nd}\\p{Zs}\\p{Pd}+＋()./]{4,40}");

    private ContactSyntax() {}

    /**
     * The number in E.164 ("+447700900123"), or empty where no such number is possible. Whether anybody has it is not
     * asked: numbers kept for films and tests are possible.
     *
     * @param country the ISO 3166 code of the country in which a number without prefix is dialed
     */
    public static Optional<String> findE164(String text, String country) {
        var given = text.strip();
        if (!PHONE_TEXT.matcher(given).matches()) {
            return Optional.empty();
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(given, country);
            // "possible" alone would pass a local number without its area code, which nobody elsewhere can dial
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** The address in lower case, its domain in ASCII, or empty where it is none. */
    public static Optional<String> findEmail(String text) {
        var given = text.strip().toLowerCase(Locale.ROOT);
        var at = given.lastIndexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL_PART
                || !LOCAL_PART.matcher(given.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return findDomain(given.substring(at + 1))
                .map(domain -> given.substring(0, at + 1) + domain)
                .filter(address -> address.length() <= LONGEST_EMAIL);
    }

    private static Optional<String> findDomain(String text) {
        try {
            return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT))
                    .filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
