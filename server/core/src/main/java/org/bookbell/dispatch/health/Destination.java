package org.bookbell.dispatch.health;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an address lies, as far as gateways differ: the calling code of a phone number's country, such as {@code +41},
 * or the domain of an e-mail address.
 */
public final class Destination {

    /** All destinations together. */
    public static final String ALL = "";

    private static final int LONGEST = 60;
    private static final int LONGEST_CODE = 3;
    /** The region of calling codes such as +800. */
    private static final String OF_NO_COUNTRY = "001";

    private Destination() {}

    /** The destination of an E.164 number or an e-mail address; {@link #ALL} of anything else. */
    public static String of(String address) {
        if (address.startsWith("+")) {
            return callingCode(address);
        }
        var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domain.substring(Math.max(0, domain.length() - LONGEST));
    }

    /** +41 Switzerland; only the code where several countries share it, and anything else as it is. */
    public static String inWords(String destination) {
        return destination.startsWith("+")
                ? onlyRegion(Integer.parseInt(destination.substring(1)))
                        .map(region -> destination + " " + region)
                        .orElse(destination)
                : destination;
    }

    private static Optional<String> onlyRegion(int callingCode) {
        var regions = PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(callingCode);
        return regions.size() == 1 && !regions.contains(OF_NO_COUNTRY)
                ? Optional.of(
                        new Locale.Builder().setRegion(regions.get(0)).build().getDisplayCountry(Locale.ENGLISH))
                : Optional.empty();
    }

    /** No calling code begins with another one (ITU-T E.164 §6.2.1), so that the first that fits is the number's. */
    private static String callingCode(String number) {
        var known = PhoneNumberUtil.getInstance().getSupportedCallingCodes();
        int code = 0;
        for (int i = 1; i <= LONGEST_CODE && i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit < 0) {
                return ALL;
            }
            code = 10 * code + digit;
            if (known.contains(code)) {
                return "+" + code;
            }
        }
        return ALL;
    }
}
