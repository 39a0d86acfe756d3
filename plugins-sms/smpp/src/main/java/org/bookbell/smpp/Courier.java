package org.bookbell.smpp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bookbell.smpp.link.Pace;
import org.bookbell.smpp.link.Place;
import org.bookbell.smpp.receipt.ReceiptDesk;
import org.bookbell.smpp.receipt.SentMessage;
import org.bookbell.smpp.receipt.SentMessages;
import org.bookbell.smpp.wire.CommandStatus;
import org.bookbell.smpp.wire.Exchange;
import org.bookbell.smpp.wire.Exchange.Answered;
import org.bookbell.smpp.wire.Exchange.NotSent;
import org.bookbell.smpp.wire.Exchange.Unanswered;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * Submits the parts of one message over one bind, each after the answer to the one before it: so the first refusal comes
 * while nothing is on its way. Once a part was taken, the message is no longer refused but unclear, since what was taken
 * cannot be taken back.
 */
final class Courier {

    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(500);

    private final Outgoing message;
    private final Place place;
    private final Means means;
    private final SentMessage sent;
    private final long endNanos;
    private Optional<String> id = Optional.empty();

    /**
     * What all messages of an account share.
     *
     * @param within how long all answers are waited for
     */
    record Means(Pace pace, SentMessages memory, ReceiptDesk desk, Duration within) {}

    Courier(Outgoing message, Place place, Means means) {
        this.message = message;
        this.place = place;
        this.means = means;
        this.sent = means.memory().begin(message.attemptId(), count());
        this.endNanos = System.nanoTime() + means.within().toNanos();
    }

    private int count() {
        return message.parts().size();
    }

    SubmitResult deliver(boolean isCutElsewhere) throws InterruptedException {
        try {
            for (var number = 1; number <= count(); number++) {
                var failure = submit(number);
                if (failure.isPresent()) {
                    return failure.get();
                }
            }
            var segments = isCutElsewhere ? Optional.<Integer>empty() : Optional.of(count());
            return new SubmitResult.Accepted(id, segments);
        } finally {
            means.memory().end(sent);
        }
    }

    /** Submits one part; empty if the message center took it. */
    private Optional<SubmitResult> submit(int number) throws InterruptedException {
        while (true) {
            if (!means.pace().await(number == 1 ? LONGEST_TURN : left())) {
                return Optional.of(late(number));
            }
            var exchange = place.ask(
                    message.pdu(number), left(), response -> means.desk().takeLate(sent, number, response));
            if (exchange instanceof Answered answered && answered.response().isOk()) {
                took(number, answered);
                return Optional.empty();
            }
            if (!isWorthAnotherTry(number, exchange)) {
                return Optional.of(failure(number, exchange));
            }
            TimeUnit.NANOSECONDS.sleep(BREATH.toNanos());
        }
    }

    /** The last part's id is the message's: were the others forgotten, it would be the best evidence. */
    private void took(int number, Answered answered) {
        id = answered.response().messageId().map(answeredId -> means.memory().took(sent, number, answeredId));
    }

    /** A part of which others were taken is offered again while the message center only asks for a moment. */
    private boolean isWorthAnotherTry(int number, Exchange exchange) {
        return number > 1
                && left().compareTo(BREATH.multipliedBy(2)) > 0
                && exchange instanceof Answered answered
                && CommandStatus.of(answered.response().status()).mayPassSoon();
    }

    private SubmitResult failure(int number, Exchange exchange) {
        if (exchange instanceof Answered answered) {
            return refused(number, CommandStatus.of(answered.response().status()));
        }
        if (exchange instanceof NotSent notSent) {
            return number == 1
                    ? SubmitResult.refused(RefusalReason.UNAVAILABLE, "connection", notSent.why())
                    : SubmitResult.unclear(atPart(number) + notSent.why());
        }
        return SubmitResult.unclear(atPart(number) + ((Unanswered) exchange).why());
    }

    private SubmitResult refused(int number, CommandStatus status) {
        if (number == 1) {
            return SubmitResult.refused(status.reason(), status.code(), status.inWords());
        }
        means.desk().reportRefused(sent, status);
        return SubmitResult.unclear(atPart(number) + "It was refused after others had been taken: " + status.inWords());
    }

    private SubmitResult late(int number) {
        var words = "The account's messages per second are used up for the next seconds.";
        return number == 1
                ? SubmitResult.refused(RefusalReason.THROTTLED, "pace", words)
                : SubmitResult.unclear(atPart(number) + words);
    }

    private String atPart(int number) {
        return count() == 1 ? "" : "Part " + number + " of " + count() + ": ";
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1, endNanos - System.nanoTime()));
    }
}
