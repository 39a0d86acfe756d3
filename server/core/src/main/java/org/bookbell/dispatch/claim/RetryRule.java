package org.bookbell.dispatch.claim;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.message.timing.WorkingHours;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a message is looked at again, after what happened to it. Nothing is tried after it stopped being useful: that
 * moment is the last at which it is looked at.
 */
@Dependent
public class RetryRule {

    /** Far enough: there is nothing left to do. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Duration LONGEST_RESEND = Duration.ofMinutes(2);
    private static final Duration FIRST_RESEND = Duration.ofSeconds(5);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    /** A shorter wait would send people to the phone because of receipts that are only slow. */
    private static final Duration SHORTEST_FOR_CALLS = Duration.ofMinutes(15);

    private final Duration receiptWindow;
    private final Duration unclearWait;

    @Inject
    public RetryRule(
            @ConfigProperty(name = "bookbell.receipts.window", defaultValue = "PT2H") Duration receiptWindow,
            @ConfigProperty(name = "bookbell.receipts.unclear", defaultValue = "PT2M") Duration unclearWait) {
        this.receiptWindow = receiptWindow;
        this.unclearWait = unclearWait;
    }

    /**
     * After nobody answered: a gateway that knows repeated attempts is asked again soon; any other has some minutes for
     * a receipt, and only one blind second send. After that one there is nothing to wait for but a receipt, as long as
     * there is time to call without it.
     *
     * @param latestToCall see {@link WorkingHours#latestToCall}
     * @param unclearAttempts how many attempts were never answered, this one included
     */
    public Instant afterUnclear(
            Instant now, Instant usefulUntil, Instant latestToCall, int unclearAttempts, boolean idempotent) {
        if (idempotent) {
            return Claims.earlier(now.plus(backOff(FIRST_RESEND, LONGEST_RESEND, unclearAttempts)), usefulUntil);
        }
        var soon = Claims.earlier(now.plus(unclearWait), usefulUntil);
        return unclearAttempts > 1 && latestToCall.isAfter(soon) ? latestToCall : soon;
    }

    /**
     * After a refusal that need not be the last word.
     *
     * @param anotherGateway whether a gateway is left that was tried less often
     * @param round how often each gateway was tried, at least 1
     * @param pause how long the provider asks not to be called, if it says
     */
    public Instant afterRefusal(
            Instant now, Instant usefulUntil, boolean anotherGateway, int round, Optional<Duration> pause) {
        if (anotherGateway) {
            return now;
        }
        var backOff = backOff(FIRST_BACK_OFF, LONGEST_BACK_OFF, round);
        var wait = pause.filter(asked -> asked.compareTo(backOff) > 0)
                .map(asked -> asked.compareTo(LONGEST_BACK_OFF) < 0 ? asked : LONGEST_BACK_OFF)
                .orElse(backOff);
        return Claims.earlier(now.plus(wait), usefulUntil);
    }

    /**
     * After a gateway took the message: until when a receipt must have come, if it gives any. Where the lead allows,
     * that is early enough to call the client in working hours before the appointment.
     *
     * @param start of the appointment
     * @param zone in whose working hours somebody would call
     */
    public Instant afterAccepted(
            Instant now, Instant usefulUntil, boolean givesReceipts, Optional<Instant> start, ZoneId zone) {
        if (!givesReceipts) {
            return NEVER;
        }
        var windowEnds = Claims.earlier(now.plus(receiptWindow), usefulUntil);
        var inTimeToCall = start.map(at -> WorkingHours.before(at, WorkingHours.TO_CALL, zone))
                .filter(now.plus(SHORTEST_FOR_CALLS)::isBefore)
                .map(at -> Claims.earlier(at, windowEnds))
                .orElse(windowEnds);
        var earliest = now.plus(SHORTEST_WINDOW);
        return inTimeToCall.isBefore(earliest) ? earliest : inTimeToCall;
    }

    private static Duration backOff(Duration first, Duration longest, int round) {
        var wait = first.multipliedBy(1L << Math.min(Math.max(round - 1, 0), 10));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
