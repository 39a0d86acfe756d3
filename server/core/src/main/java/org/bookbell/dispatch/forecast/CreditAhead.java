package org.bookbell.dispatch.forecast;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bookbell.client.Channel;
import org.bookbell.credit.AtZero;
import org.bookbell.credit.Credits;
import org.bookbell.credit.price.PriceList;
import org.bookbell.dispatch.forecast.ForecastLine.Obstacle;
import org.bookbell.message.ledger.Upcoming;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which planned text messages the credit of today would not last for, if what is due first is paid for first. */
@Dependent
public class CreditAhead {

    private static final int MOST = 10_000;

    private final Sql sql;
    private final Credits credits;
    private final Upcoming upcoming;
    private final int estimatedSegments;

    @Inject
    public CreditAhead(
            Sql sql,
            Credits credits,
            Upcoming upcoming,
            @ConfigProperty(name = "bookbell.credit.estimatedSegments", defaultValue = "2") int estimatedSegments) {
        this.sql = sql;
        this.credits = credits;
        this.upcoming = upcoming;
        this.estimatedSegments = estimatedSegments;
    }

    /** Those that nobody pays for, and what happens to them. */
    record Unpaid(Set<Long> messages, String words) {

        Optional<Obstacle> obstacleOf(long message) {
            return messages.contains(message)
                    ? Optional.of(new Obstacle(SkipReason.NO_CREDIT.name(), words))
                    : Optional.empty();
        }
    }

    /**
     * Looks which they are.
     *
     * @param costs whether a message to a number would cost credit
     */
    Unpaid unpaid(long organizationId, Instant until, Predicate<String> costs) {
        var prices = PriceList.read(sql);
        if (prices.isFree()) {
            return new Unpaid(Set.of(), "");
        }
        var account = credits.get(organizationId);
        long left = account.balance();
        var unpaid = new HashSet<Long>();
        for (var sms : upcoming.listSms(organizationId, until, MOST)) {
            long cost = costs.test(sms.number()) ? prices.priceOf(sms.number()) * estimatedSegments : 0;
            if (cost > left) {
                unpaid.add(sms.id());
            } else {
                left -= cost;
            }
        }
        return new Unpaid(unpaid, words(account.atZero()));
    }

    private static String words(AtZero policy) {
        return SkipReason.NO_CREDIT.words(Channel.SMS)
                + (policy == AtZero.EMAIL_INSTEAD ? "; e-mail instead, where there is an address" : "");
    }
}
