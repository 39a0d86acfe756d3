package org.bookbell.dispatch.guard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;

/**
 * A claimed message as guards see it.
 *
 * @param zone of the organization, whose days count
 * @param isNew whether no guard has let it pass before
 */
public record Guarded(
        long messageId,
        long organizationId,
        MessageKind kind,
        Channel channel,
        Audience audience,
        String address,
        Instant usefulUntil,
        ZoneId zone,
        boolean isNew) {

    /** Where there is not room for all, what is needed first goes first. */
    static final Comparator<Guarded> FIRST_NEEDED =
            Comparator.comparing(Guarded::usefulUntil).thenComparing(Guarded::messageId);

    private static final long SERVER = 0;

    /**
     * Whether it counts: not what counted before, nor what the server says by itself, so that people are told of what
     * is wrong whatever they have sent.
     */
    boolean counts() {
        var isAlarm = kind == MessageKind.ALERT && channel == Channel.EMAIL;
        return isNew && organizationId != SERVER && !isAlarm;
    }

    /** Whether its recipient is protected from too many; staff are told of each of their appointments. */
    boolean isForAnybodyElse() {
        return audience != Audience.STAFF;
    }

    /** Shows the id: the address is personal. */
    @Override
    public String toString() {
        return "Guarded[" + messageId + "]";
    }
}
