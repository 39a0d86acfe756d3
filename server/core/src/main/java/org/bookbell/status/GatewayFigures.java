package org.bookbell.status;

/**
 * How a gateway did in the last 24 hours.
 *
 * @param channel SMS or EMAIL
 * @param taken how many messages it took
 * @param delivered how many of them are proven to have arrived
 * @param undelivered how many are proven not to
 * @param unknown of how many nothing is known that should be, those in doubt included
 * @param reminders how many reminders were given to it first, and how promptly
 */
public record GatewayFigures(
        String gateway,
        String channel,
        long taken,
        long delivered,
        long undelivered,
        long unknown,
        ChannelFigures reminders) {

    /** {@code part} of what was taken in percent, rounded; 0 where nothing was. */
    public long percent(long part) {
        return taken == 0 ? 0 : Math.round(100.0 * part / taken);
    }
}
