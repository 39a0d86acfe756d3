package org.bookbell.message.planning.owed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.timing.Window;
import org.jspecify.annotations.Nullable;

/**
 * Plans what is told at once: confirmations, changes, cancellations. They go over the channels that the recipient asked
 * for; without a wish by e-mail, and where that cannot be, by SMS. Useful until the appointment begins.
 */
final class NoticePlanner {

    private static final List<Channel> PREFERENCE = List.of(Channel.EMAIL, Channel.SMS);

    private final MessageKind kind;
    private final Instant start;
    private final Instant now;

    NoticePlanner(MessageKind kind, Instant start, Instant now) {
        this.kind = kind;
        this.start = start;
        this.now = now;
    }

    /** At least one row: where nothing may be sent, one with the reason. */
    List<PlannedMessage> plan(Reach reach) {
        if (!now.isBefore(start)) {
            return List.of(planned(reach, PREFERENCE.get(0), SkipReason.PAST));
        }
        var asked = open(reach)
                .filter(channel -> reach.contact().asksFor(kind, channel))
                .toList();
        var chosen = asked.isEmpty() ? open(reach).limit(1).toList() : asked;
        if (chosen.isEmpty()) {
            return List.of(impossible(reach));
        }
        return chosen.stream().map(channel -> planned(reach, channel, null)).toList();
    }

    private Stream<Channel> open(Reach reach) {
        return PREFERENCE.stream()
                .filter(channel -> reach.findObstacle(kind, channel).isEmpty());
    }

    /** The obstacle that is easiest to cure stands for all: a missing consent or address before an opt-out. */
    private PlannedMessage impossible(Reach reach) {
        var reasons = Stream.of(
                SkipReason.NO_CONSENT,
                SkipReason.NUMBER_FAILS,
                SkipReason.EMAIL_FAILS,
                SkipReason.NO_ADDRESS,
                SkipReason.OPTED_OUT);
        return reasons.flatMap(reason -> PREFERENCE.stream()
                        .filter(channel -> reach.findObstacle(kind, channel).equals(Optional.of(reason)))
                        .map(channel -> planned(reach, channel, reason)))
                .findFirst()
                .orElseGet(() -> planned(reach, PREFERENCE.get(0), SkipReason.NOT_WANTED));
    }

    private PlannedMessage planned(Reach reach, Channel channel, @Nullable SkipReason skipped) {
        return new PlannedMessage(0, kind, channel, reach.recipient(), new Window(now, start), false, skipped);
    }
}
