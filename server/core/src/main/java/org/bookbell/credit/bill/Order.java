package org.bookbell.credit.bill;

import java.util.Optional;
import org.bookbell.credit.price.PriceList;

/**
 * A wish to set something aside for a message.
 *
 * @param bill as it is locked, or the first one, which is not written yet
 */
public record Order(Bill bill, long amount) {

    /**
     * What must be set aside before a message is sent; empty if it is covered or costs nothing.
     *
     * @param bill what it cost so far, if it was about to be sent before: it keeps that price
     */
    public static Optional<Order> of(
            long messageId, long organizationId, String number, Optional<Bill> bill, PriceList prices, int segments) {
        var known = bill.orElseGet(() -> Bill.first(messageId, organizationId, prices.priceOf(number)));
        return known.price() == 0 || known.isCovered()
                ? Optional.empty()
                : Optional.of(new Order(known, known.price() * segments));
    }

    public long messageId() {
        return bill.messageId();
    }

    public long organizationId() {
        return bill.organizationId();
    }
}
