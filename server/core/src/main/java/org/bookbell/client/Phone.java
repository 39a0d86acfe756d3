package org.bookbell.client;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.organization.ContactSyntax;

/**
 * A phone number in E.164.
 *
 * @param e164 a plus and at most 15 digits, the country's prefix first
 */
public record Phone(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{3,14}");

    public Phone {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("phone must be a plus and 4 to 15 digits");
        }
    }

    /** The number that {@code text} writes, dialed in {@code defaultCountry} where it has no prefix. */
    public static Phone parse(String text, String defaultCountry) {
        return find(text, defaultCountry)
                .orElseThrow(() -> new IllegalArgumentException("phone must be a number that can be dialed"));
    }

    /** Like {@link #parse}, but empty where {@code text} writes no possible number. */
    public static Optional<Phone> find(String text, String defaultCountry) {
        return ContactSyntax.findE164(text, defaultCountry).map(Phone::new);
    }

    /** As it is written for readers abroad: "+44 7700 900123". */
    public String international() {
        return PhoneNumberUtil.getInstance().format(number(), PhoneNumberFormat.INTERNATIONAL);
    }

    /** As it is dialed at home: "07700 900123". */
    public String national() {
        return PhoneNumberUtil.getInstance().format(number(), PhoneNumberFormat.NATIONAL);
    }

    private PhoneNumber number() {
        try {
            return PhoneNumberUtil.getInstance().parse(e164, null);
        } catch (NumberParseException unknownPrefix) {
            throw new IllegalStateException("phone has a prefix that no country uses", unknownPrefix);
        }
    }

    /** Masked, so that no log line shows a number. */
    @Override
    public String toString() {
        return "Phone[…" + e164.substring(e164.length() - 2) + "]";
    }
}
