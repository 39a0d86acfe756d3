package org.bookbell.status;

/**
 * How promptly the reminders of a channel, or of one gateway, went out in the last 24 hours.
 *
 * @param channel SMS or EMAIL
 * @param sent how many were given to a gateway
 * @param onTime how many of them within a minute of when they were due
 */
public record ChannelFigures(String channel, long sent, long onTime) {

    /** Both together, of the same channel. */
    ChannelFigures plus(ChannelFigures more) {
        return new ChannelFigures(channel, sent + more.sent, onTime + more.onTime);
    }

    /** The prompt ones in percent, rounded; 100 where none was sent. */
    public long percent() {
        return sent == 0 ? 100 : Math.round(100.0 * onTime / sent);
    }
}
