package org.bookbell.booking.limit;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.booking.limit.BookingRates.Rates;

/** Which ceilings a visitor may meet. */
@Dependent
public class Ceilings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DIGITS_OF_A_BLOCK = 4;

    private static final String NETWORK = "network";
    private static final String NUMBER = "number";
    private static final String EMAIL = "email";
    private static final String BLOCK = "block";

    private static final String LATER = " Please try again later, or call us.";
    private static final String BY_NETWORK = "Too many appointments were booked from your network." + LATER;
    private static final String BY_CONTACT =
            "Too many appointments were booked with this number or e-mail address." + LATER;
    private static final String BY_BLOCK = "Too many appointments were booked with numbers like this one." + LATER;
    private static final String LOOP = "With this number or e-mail address appointments were booked and cancelled again"
            + " and again. Please call us to book.";
    private static final String MOVED =
            "Your appointments were moved many times today. Please call us to move this one.";

    private final Rates rates;

    @Inject
    public Ceilings(BookingRates rates) {
        this.rates = rates.rates();
    }

    /** Those of whoever books. */
    List<Ceiling> of(Visitor visitor) {
        return Stream.concat(
                        visitor.network().stream()
                                .flatMap(network -> Stream.of(
                                        new Ceiling(NETWORK, network, rates.networkHour(), HOUR, BY_NETWORK),
                                        new Ceiling(NETWORK, network, rates.networkDay(), DAY, BY_NETWORK))),
                        Stream.concat(
                                visitor.mobile().stream().flatMap(number -> contact(NUMBER, number)),
                                email(visitor).flatMap(email -> contact(EMAIL, email))))
                .toList();
    }

    private Stream<Ceiling> contact(String what, String who) {
        return Stream.of(
                new Ceiling(what, who, rates.contactHour(), HOUR, BY_CONTACT),
                new Ceiling(what, who, rates.contactDay(), DAY, BY_CONTACT));
    }

    /** Whether a number booked within the hour. */
    Ceiling number(String mobile) {
        return new Ceiling(NUMBER, mobile, 1, HOUR, BY_CONTACT);
    }

    /** Those of a number that did not book before, by what it has in common with others. */
    List<Ceiling> ofNewNumber(Visitor visitor) {
        var block =
                visitor.mobile().map(number -> new Ceiling(BLOCK, block(number), rates.blockHour(), HOUR, BY_BLOCK));
        var abroad = visitor.mobile()
                .flatMap(number -> foreignCode(number, visitor.country()))
                .map(code -> new Ceiling(
                        "country", visitor.organizationId() + " " + code, rates.countryHour(), HOUR, BY_BLOCK));
        return Stream.of(block, abroad).flatMap(Optional::stream).toList();
    }

    /** Those below which nobody is asked for a proof. */
    List<Ceiling> unproven(Visitor visitor) {
        return Stream.of(
                        visitor.network().map(network -> unproven(NETWORK, network)),
                        visitor.mobile().map(number -> unproven(NUMBER, number)),
                        email(visitor).findFirst().map(email -> unproven(EMAIL, email)),
                        visitor.mobile().map(number -> unproven(BLOCK, block(number))))
                .flatMap(Optional::stream)
                .toList();
    }

    private Ceiling unproven(String what, String who) {
        return new Ceiling(what, who, rates.unproven(), HOUR, "");
    }

    /** Those of who books and cancels in turns. */
    List<Ceiling> cancelled(Visitor visitor) {
        return byContact(visitor, "cancelled", rates.cancelledDay(), LOOP);
    }

    List<Ceiling> moves(Visitor visitor) {
        return byContact(visitor, "moved", rates.movesDay(), MOVED);
    }

    private static List<Ceiling> byContact(Visitor visitor, String what, long most, String refusal) {
        return Stream.concat(visitor.mobile().stream(), email(visitor))
                .map(who -> new Ceiling(what, who, most, DAY, refusal))
                .toList();
    }

    private static Stream<String> email(Visitor visitor) {
        return visitor.email().map(each -> each.toLowerCase(Locale.ROOT)).stream();
    }

    /** All but the last digits, which whoever invents numbers changes first. */
    private static String block(String number) {
        return number.substring(0, Math.max(0, number.length() - DIGITS_OF_A_BLOCK));
    }

    private static Optional<String> foreignCode(String number, String country) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            var code = phones.parse(number, null).getCountryCode();
            return code == phones.getCountryCodeForRegion(country) ? Optional.empty() : Optional.of("+" + code);
        } catch (NumberParseException unknown) {
            return Optional.of("unknown");
        }
    }
}
