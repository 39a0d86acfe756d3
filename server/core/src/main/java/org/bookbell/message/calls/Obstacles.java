package org.bookbell.message.calls;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.client.FailingAddresses;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallListEntry;

/** What forbids to send the message of a call again. */
@Dependent
public class Obstacles {

    private final OptOuts optOuts;
    private final Consents consents;
    private final FailingAddresses failing;

    @Inject
    public Obstacles(OptOuts optOuts, Consents consents, FailingAddresses failing) {
        this.optOuts = optOuts;
        this.consents = consents;
        this.failing = failing;
    }

    /** Where a channel reaches the recipient today. */
    static Optional<String> address(CallListEntry call, Channel channel) {
        return switch (channel) {
            case SMS -> call.contact().mobile();
            case EMAIL -> call.contact().email();
        };
    }

    Optional<ResendOutcome> find(CallListEntry call, Channel channel, Instant until, Instant now) {
        return ofState(call).or(() -> ofTime(call, until, now)).or(() -> ofAddress(call, channel));
    }

    private static Optional<ResendOutcome> ofState(CallListEntry call) {
        if (call.handled().isPresent()) {
            return Optional.of(ResendOutcome.HANDLED);
        }
        var hasArrived = call.why().state() == MessageState.DELIVERED
                || call.resends().stream().anyMatch(resend -> resend.state() == MessageState.DELIVERED);
        if (hasArrived) {
            return Optional.of(ResendOutcome.ARRIVED);
        }
        return call.isUnderWay() ? Optional.of(ResendOutcome.UNDER_WAY) : Optional.empty();
    }

    private static Optional<ResendOutcome> ofTime(CallListEntry call, Instant until, Instant now) {
        if (call.appointmentStart().filter(start -> !now.isBefore(start)).isPresent()) {
            return Optional.of(ResendOutcome.BEGUN);
        }
        return now.isBefore(until) ? Optional.empty() : Optional.of(ResendOutcome.TOO_LATE);
    }

    private Optional<ResendOutcome> ofAddress(CallListEntry call, Channel channel) {
        var address = address(call, channel);
        if (address.isEmpty()) {
            return Optional.of(ResendOutcome.NO_ADDRESS);
        }
        if (optOuts.isOptedOut(channel, address.get(), call.about().organizationId())) {
            return Optional.of(ResendOutcome.OPTED_OUT);
        }
        return call.isForStaff() ? Optional.empty() : ofClient(call, channel, address.get());
    }

    private Optional<ResendOutcome> ofClient(CallListEntry call, Channel channel, String address) {
        if (channel == Channel.SMS && !consents.hasSmsConsent(call.about().recipientId())) {
            return Optional.of(ResendOutcome.NO_CONSENT);
        }
        if (failing.among(call.about().organizationId(), List.of(address)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(channel == Channel.SMS ? ResendOutcome.NUMBER_FAILS : ResendOutcome.EMAIL_FAILS);
    }
}
