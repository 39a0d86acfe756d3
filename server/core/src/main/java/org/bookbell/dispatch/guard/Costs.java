package org.bookbell.dispatch.guard;

import org.bookbell.client.Channel;
import org.bookbell.credit.price.PriceList;

/** What text messages are estimated to cost, as credit is set aside for them. */
public record Costs(PriceList prices, int segments) {

    /** In milli-credits; 0 where nobody asks. */
    public long of(Guarded message, Limits limits) {
        return message.channel() == Channel.SMS && limits.spending().isCapped() ? of(message.address()) : 0;
    }

    public long of(String number) {
        return prices.priceOf(number) * segments;
    }
}
