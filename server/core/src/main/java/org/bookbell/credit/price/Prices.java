package org.bookbell.credit.price;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** The prices as the operator keeps them. A message keeps the price that held when it was first about to be sent. */
@UseCase
public class Prices {

    /** The most prices there may be. */
    public static final int MOST = 1000;

    private static final Pattern PREFIX = Pattern.compile("|\\+[1-9]\\d{0,14}");

    private final Sql sql;
    private final Audit audit;

    @Inject
    public Prices(Sql sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** By prefix. */
    public List<SmsPrice> list() {
        return list(sql);
    }

    static List<SmsPrice> list(Sql sql) {
        return sql.list(
                "SELECT prefix, milli_credits FROM sms_price ORDER BY prefix LIMIT " + MOST,
                row -> new SmsPrice(row.findText("prefix").orElse(""), row.getLong("milli_credits")));
    }

    /** Sets all prices anew. */
    public List<SmsPrice> replace(Actor actor, List<SmsPrice> prices) {
        check(prices);
        sql.update("DELETE FROM sms_price");
        sql.insertAll(
                "INSERT INTO sms_price (prefix, milli_credits) VALUES (?, ?)",
                prices.stream()
                        .map(price -> new @Nullable Object[] {price.prefix(), price.milliCredits()})
                        .toList());
        audit.record(actor, 0, "prices.replaced", "smsPrice", 0, prices.size() + " prices");
        return list();
    }

    private static void check(List<SmsPrice> prices) {
        var faults = new Faults();
        var seen = new HashSet<String>();
        for (int i = 0; i < prices.size(); i++) {
            var price = prices.get(i);
            var pointer = "/prices/" + i;
            faults.check(
                    PREFIX.matcher(price.prefix()).matches(),
                    pointer + "/prefix",
                    "A prefix is a plus and 1 to 15 digits such as +49, or empty for all numbers.");
            faults.check(seen.add(price.prefix()), pointer + "/prefix", "There is another price for this prefix.");
            faults.check(price.milliCredits() >= 0, pointer + "/milliCredits", "A price must not be negative.");
        }
        faults.check(prices.size() <= MOST, "/prices", "There may be at most " + MOST + " prices.");
        faults.throwIfAny();
    }
}
