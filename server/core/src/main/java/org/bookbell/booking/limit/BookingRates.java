package org.bookbell.booking.limit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** The figures, as configured; of each 0 means that there is no limit. */
@Dependent
public class BookingRates {

    private static final String ROOT = "bookbell.bookings.";

    private final Rates rates;

    /**
     * How often somebody may book.
     *
     * @param networkHour from one network an hour, {@code networkDay} a day
     * @param contactHour with one number or e-mail address an hour, {@code contactDay} a day
     * @param blockHour with how many numbers that differ in their last four digits only, an hour
     * @param countryHour with how many numbers of one foreign country at one organization, an hour
     * @param cancelledDay after how many cancellations by one number or e-mail address within a day nothing is booked
     * @param movesDay how often a client moves appointments within a day
     * @param unproven how many an hour from one network, contact or block without proof of being human, where that is
     *     asked for
     */
    public record Rates(
            long networkHour,
            long networkDay,
            long contactHour,
            long contactDay,
            long blockHour,
            long countryHour,
            long cancelledDay,
            long movesDay,
            long unproven) {}

    @Inject
    BookingRates(Config config) {
        this(new Rates(
                figure(config, "perNetworkAndHour", 60),
                figure(config, "perNetworkAndDay", 200),
                figure(config, "perContactAndHour", 10),
                figure(config, "perContactAndDay", 20),
                figure(config, "perBlockAndHour", 20),
                figure(config, "perCountryAndHour", 30),
                figure(config, "cancelledPerDay", 4),
                figure(config, "movesPerDay", 10),
                figure(config, "unprovenPerHour", 5)));
    }

    public BookingRates(Rates rates) {
        this.rates = rates;
    }

    private static long figure(Config config, String name, long otherwise) {
        return config.getOptionalValue(ROOT + name, Long.class).orElse(otherwise);
    }

    Rates rates() {
        return rates;
    }
}
