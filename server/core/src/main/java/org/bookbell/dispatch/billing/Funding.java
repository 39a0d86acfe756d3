package org.bookbell.dispatch.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.credit.bill.Bill;
import org.bookbell.credit.bill.Bills;
import org.bookbell.credit.bill.Order;
import org.bookbell.credit.price.PriceList;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets credit aside for claimed text messages. All organizations of a batch share one transaction, in which each balance
 * is moved once; only who cannot pay for all of its own is looked at alone, so that it keeps nobody waiting. Without a
 * price there is nothing to do.
 */
@Dependent
public class Funding {

    private static final Logger LOG = System.getLogger(Funding.class.getName());

    private final JobsDatabase database;
    private final WithoutCredit withoutCredit;
    private final Clock clock;
    private final int estimatedSegments;

    @Inject
    public Funding(
            JobsDatabase database,
            WithoutCredit withoutCredit,
            Clock clock,
            @ConfigProperty(name = "bookbell.credit.estimatedSegments", defaultValue = "2") int estimatedSegments) {
        this.database = database;
        this.withoutCredit = withoutCredit;
        this.clock = clock;
        this.estimatedSegments = estimatedSegments;
    }

    /**
     * Sets aside what {@code claimed} are estimated to cost over the server's gateways.
     *
     * @return those that nobody pays for, which are ended: by e-mail or on the call list
     */
    public Set<Long> reserve(List<ClaimedSms> claimed) {
        var ordered = claimed.stream()
                .filter(ClaimedSms::isOfAnOrganization)
                .sorted(ClaimedSms.FIRST_NEEDED)
                .toList();
        return ordered.isEmpty() ? Set.of() : reserveOrdered(ordered);
    }

    private Set<Long> reserveOrdered(List<ClaimedSms> claimed) {
        var prices = database.withoutTransaction(PriceList::read);
        if (prices.isFree()) {
            return Set.of();
        }
        var poor = database.inTransaction(sql -> reserveAll(sql, claimed, prices));
        var unpaid = new HashSet<Long>();
        claimed.stream()
                .filter(sms -> poor.contains(sms.organizationId()))
                .collect(Collectors.groupingBy(ClaimedSms::organizationId))
                .forEach((organization, own) -> unpaid.addAll(reserveOrLeave(organization, own, prices)));
        return unpaid;
    }

    /** A failure is one organization's: its messages are freed by their lease and tried again. */
    private Set<Long> reserveOrLeave(long organization, List<ClaimedSms> own, PriceList prices) {
        try {
            return reserveSome(organization, own, prices);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Credit of organization " + Ids.text(organization) + " cannot be set aside; it is tried again.",
                    failure);
            return own.stream().map(ClaimedSms::messageId).collect(Collectors.toSet());
        }
    }

    private Set<Long> reserveAll(Sql sql, List<ClaimedSms> claimed, PriceList prices) {
        var bills = lock(sql, claimed);
        var orders = orders(claimed, bills, prices);
        var poor = Bills.reserve(sql, orders, clock.instant());
        var rich = claimed.stream()
                .filter(sms -> !poor.contains(sms.organizationId()))
                .toList();
        open(sql, rich, bills, orders);
        return poor;
    }

    /** What an organization can still pay for, what is needed first before the rest; ends the rest and answers it. */
    private Set<Long> reserveSome(long organization, List<ClaimedSms> own, PriceList prices) {
        var rest = database.inTransaction(sql -> {
            var bills = lock(sql, own);
            var paid = new ArrayList<Order>();
            var unpaid = new HashSet<Long>();
            long left =
                    sql.count("SELECT balance FROM credit_account WHERE organization_id = ? FOR UPDATE", organization);
            for (var order : orders(own, bills, prices)) {
                if (order.amount() <= left) {
                    left -= order.amount();
                    paid.add(order);
                } else {
                    unpaid.add(order.messageId());
                }
            }
            Bills.reserve(sql, paid, clock.instant());
            open(sql, without(own, unpaid), bills, paid);
            return unpaid;
        });
        withoutCredit.end(
                own.stream().filter(sms -> rest.contains(sms.messageId())).toList());
        return rest;
    }

    private static Map<Long, Bill> lock(Sql sql, List<ClaimedSms> claimed) {
        return Bills.lock(sql, claimed.stream().map(ClaimedSms::messageId).toList());
    }

    private List<Order> orders(List<ClaimedSms> claimed, Map<Long, Bill> bills, PriceList prices) {
        return claimed.stream()
                .flatMap(sms -> Order.of(
                        sms.messageId(),
                        sms.organizationId(),
                        sms.number(),
                        Optional.ofNullable(bills.get(sms.messageId())),
                        prices,
                        estimatedSegments)
                        .stream())
                .toList();
    }

    private static List<ClaimedSms> without(List<ClaimedSms> all, Collection<Long> messages) {
        return all.stream().filter(sms -> !messages.contains(sms.messageId())).toList();
    }

    /** Marks those that have a bill as on their way: what they come to is to be settled. */
    private static void open(Sql sql, List<ClaimedSms> going, Map<Long, Bill> bills, List<Order> orders) {
        var ordered = orders.stream().map(Order::messageId).collect(Collectors.toSet());
        var billed = going.stream()
                .map(ClaimedSms::messageId)
                .filter(id -> bills.containsKey(id) || ordered.contains(id))
                .sorted()
                .toList();
        if (!billed.isEmpty()) {
            sql.update(
                    "UPDATE message SET billed_state = 'OPEN' WHERE id IN " + Sql.marks(billed.size()),
                    billed.toArray());
        }
    }
}
