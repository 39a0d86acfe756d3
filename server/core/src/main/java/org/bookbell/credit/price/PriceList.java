package org.bookbell.credit.price;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.storage.Sql;

/** All prices: of the prefixes that a number begins with the longest decides, and without any a segment is free. */
public final class PriceList {

    private static final int LONGEST_PREFIX = 16;

    private final Map<String, Long> byPrefix;

    private PriceList(Map<String, Long> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    public static PriceList of(List<SmsPrice> prices) {
        return new PriceList(prices.stream().collect(Collectors.toMap(SmsPrice::prefix, SmsPrice::milliCredits)));
    }

    /** The prices as they are now. */
    public static PriceList read(Sql sql) {
        return of(Prices.list(sql));
    }

    /** Whether nothing costs anything. */
    public boolean isFree() {
        return byPrefix.isEmpty();
    }

    /** What a segment to {@code number} costs, in milli-credits. */
    public long priceOf(String number) {
        for (int length = Math.min(number.length(), LONGEST_PREFIX); length >= 0; length--) {
            var price = byPrefix.get(number.substring(0, length));
            if (price != null) {
                return price;
            }
        }
        return 0;
    }
}
