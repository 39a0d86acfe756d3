package org.bookbell.smpp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.bookbell.smpp.Outgoing.Envelope;
import org.bookbell.smpp.inbound.Inbox;
import org.bookbell.smpp.inbound.ReplyDesk;
import org.bookbell.smpp.link.Binds;
import org.bookbell.smpp.link.Pace;
import org.bookbell.smpp.receipt.Later;
import org.bookbell.smpp.receipt.ReceiptDesk;
import org.bookbell.smpp.receipt.SentMessages;
import org.bookbell.smpp.text.Address;
import org.bookbell.smpp.text.Composition;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account at a message center. */
final class SmppGateway implements SmsGateway {

    /** How long a message waits for a bind that is being made, or for a place in a full window. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final Account account;
    private final Composition composition;
    private final Envelope envelope;
    private final Courier.Means means;
    private final Later later;
    private final Inbox inbox;
    private final Binds binds;

    private SmppGateway(GatewayContext context, Account account, SentMessages sent) {
        var name = "smpp-" + context.gateway();
        var style = account.style();
        this.account = account;
        this.composition = new Composition(style.alphabet(), style.joining());
        this.envelope =
                new Envelope(style.serviceType(), (byte) (account.abilities().receipts() ? 1 : 0));
        this.later = new Later(name + "-later");
        var desk = new ReceiptDesk(sent, context.receipts(), later);
        this.means = new Courier.Means(new Pace(account.perSecond()), sent, desk, account.answerWithin());
        this.inbox = new Inbox(name + "-inbox", desk, new ReplyDesk(style.alphabet(), context.receipts(), later));
        this.binds = Binds.open(name, account.layout(), account.access(), inbox);
    }

    /** Begins to bind, and waits for nobody. */
    static SmppGateway open(GatewayContext context, Account account, SentMessages sent) {
        return new SmppGateway(context, account, sent);
    }

    @Override
    public Set<Ability> abilities() {
        var abilities = EnumSet.noneOf(Ability.class);
        if (account.abilities().receipts()) {
            abilities.add(Ability.RECEIPTS);
        }
        if (account.abilities().validity()) {
            abilities.add(Ability.VALIDITY);
        }
        if (account.abilities().replies()) {
            abilities.add(Ability.REPLIES);
        }
        return abilities;
    }

    @Override
    public CheckResult check() {
        return new Check(binds, account.access().endpoint()).run();
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        var from = account.style().sender().addressOf(sms.from());
        if (from.isEmpty()) {
            return SubmitResult.refused(
                    RefusalReason.SENDER_OR_ROUTE, "sender", "The sender is none that SMPP can carry.");
        }
        var place = binds.take(TURN);
        if (place.isEmpty()) {
            var trouble = binds.trouble();
            return SubmitResult.refused(trouble.reason(), trouble.code(), trouble.sentence());
        }
        try (var taken = place.get()) {
            return new Courier(outgoing(sms, from.get()), taken, means).deliver(composition.isCutElsewhere());
        }
    }

    private Outgoing outgoing(SmsSubmission sms, Address from) {
        return new Outgoing(
                envelope,
                sms.attemptId(),
                from,
                Address.ofRecipient(sms.to()),
                account.abilities().validity() ? ValidityPeriod.of(sms.validity()) : "",
                composition.compose(sms.text()));
    }

    @Override
    public void close() {
        binds.close();
        inbox.close();
        later.close();
    }
}
