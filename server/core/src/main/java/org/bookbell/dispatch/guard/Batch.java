package org.bookbell.dispatch.guard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.guard.Tally.Held;

/** What is decided about messages that were claimed together, one after the other. Touches no database. */
final class Batch {

    private final Map<Long, Limits> limits;
    private final Tallies tallies;
    private final Recipients recipients;
    private final Costs costs;
    private final Instant now;
    private final Map<Guarded, Held> held = new LinkedHashMap<>();
    private final Map<Guarded, Instant> later = new LinkedHashMap<>();

    Batch(Map<Long, Limits> limits, Tallies tallies, Recipients recipients, Costs costs, Instant now) {
        this.limits = limits;
        this.tallies = tallies;
        this.recipients = recipients;
        this.costs = costs;
        this.now = now;
    }

    /** Counts it if it may go, now or in a later minute. */
    void decide(Guarded message) {
        var own = limitsOf(message);
        var tally = tallies.of(message.organizationId(), message.channel());
        var cost = costs.of(message, own);
        var refused = refuse(message, own, tally, cost);
        if (refused.isPresent()) {
            held.put(message, refused.get());
            return;
        }
        var place = tally.place(own, now, message.usefulUntil());
        if (place == null) {
            held.put(message, new Held(Guard.PER_MINUTE, Guard.PER_MINUTE.words()));
            return;
        }
        tally.count(cost);
        recipients.count(message);
        if (place.isAfter(now)) {
            later.put(message, place);
        }
    }

    private Limits limitsOf(Guarded message) {
        var own = limits.get(message.organizationId());
        if (own == null) {
            throw new IllegalStateException("limits of an organization that was not asked for");
        }
        return own;
    }

    private Optional<Held> refuse(Guarded message, Limits own, Tally tally, long cost) {
        if (message.channel() == Channel.SMS && !own.allows(message.address())) {
            return Optional.of(new Held(Guard.COUNTRY, Guard.COUNTRY.words()));
        }
        var perRecipient = own.of(message.channel()).perRecipient();
        return recipients.hasRoom(message, perRecipient)
                ? tally.refuse(own, cost)
                : Optional.of(
                        new Held(Guard.PER_RECIPIENT, Guard.PER_RECIPIENT.words(message.channel(), perRecipient)));
    }

    /** What is held, and why. */
    Map<Guarded, Held> held() {
        return held;
    }

    /** What was given a later minute. */
    Map<Guarded, Instant> later() {
        return later;
    }
}
