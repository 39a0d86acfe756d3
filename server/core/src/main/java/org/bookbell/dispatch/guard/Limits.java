package org.bookbell.dispatch.guard;

import java.util.List;
import org.bookbell.client.Channel;

/**
 * What an organization may send. Of each figure 0 means that there is no limit.
 *
 * @param usualMultiple how many times as much as on a usual day it may send on one
 * @param usualFloor what it may send on any day, however little is usual
 * @param smsPrefixes what the numbers of text messages must begin with, such as {@code +41}; none allows all
 */
public record Limits(
        Volume sms, Volume email, Spending spending, long usualMultiple, long usualFloor, List<String> smsPrefixes) {

    /** The most messages of a channel. */
    public record Volume(long perMinute, long perDay, long perRecipient) {}

    /** The most milli-credits, as estimated before text messages are sent. */
    public record Spending(long perDay, long perMonth) {

        boolean isCapped() {
            return perDay > 0 || perMonth > 0;
        }
    }

    public Limits {
        smsPrefixes = List.copyOf(smsPrefixes);
    }

    Volume of(Channel channel) {
        return switch (channel) {
            case SMS -> sms;
            case EMAIL -> email;
        };
    }

    boolean allows(String number) {
        return smsPrefixes.isEmpty() || smsPrefixes.stream().anyMatch(number::startsWith);
    }

    /** The most messages of a day, as what is usual allows it; 0 for no limit. */
    long mostUnusual(long usual) {
        return usualMultiple == 0 ? 0 : Math.max(usualFloor, Math.multiplyExact(usualMultiple, usual));
    }
}
