package org.bookbell.dispatch.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.dispatch.claim.AttemptState;

/**
 * How many attempts ended how.
 *
 * @param delivered a receipt proves it
 * @param failed a receipt says that they did not arrive
 * @param refused the gateway did not take them
 * @param unknown no receipt came, it said nothing, or the gateway never answered; where a gateway gives no receipts, all
 * @param charged what organizations paid for all of these, less what they got back, in milli-credits
 */
public record Outcome(long delivered, long failed, long refused, long unknown, long charged) {

    private static final Set<AttemptState> UNKNOWN =
            EnumSet.of(AttemptState.UNCLEAR, AttemptState.ACCEPTED, AttemptState.UNKNOWN, AttemptState.SUSPECT);

    static Outcome of(Collection<Tally> tallies) {
        return new Outcome(
                count(tallies, EnumSet.of(AttemptState.DELIVERED)),
                count(tallies, EnumSet.of(AttemptState.UNDELIVERED)),
                count(tallies, EnumSet.of(AttemptState.REFUSED)),
                count(tallies, UNKNOWN),
                tallies.stream().mapToLong(Tally::charged).sum());
    }

    private static long count(Collection<Tally> tallies, Set<AttemptState> states) {
        return tallies.stream()
                .filter(each -> states.contains(each.state()))
                .mapToLong(Tally::attempts)
                .sum();
    }

    Outcome plus(Outcome other) {
        return new Outcome(
                delivered + other.delivered,
                failed + other.failed,
                refused + other.refused,
                unknown + other.unknown,
                charged + other.charged);
    }

    public long attempts() {
        return delivered + failed + refused + unknown;
    }

    /** {@code part} of all attempts in percent, rounded; 0 where there were none. */
    public long percent(long part) {
        return attempts() == 0 ? 0 : Math.round(100.0 * part / attempts());
    }

    /** What organizations paid for each delivered message, in milli-credits; empty where nothing arrived. */
    public Optional<Long> chargedPerDelivered() {
        return delivered == 0 ? Optional.empty() : Optional.of(Math.round((double) charged / delivered));
    }
}
