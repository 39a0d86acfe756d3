package org.bookbell.twilio;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account with Twilio. It keeps no state of messages. */
final class TwilioGateway implements SmsGateway {

    static final Answerer TWILIO = new Answerer("Twilio");

    private final Account account;
    private final Clock clock;
    private final String name;
    private final MessageRequest requests;
    private final HookCalls calls;
    private final Wire wire;

    TwilioGateway(GatewayContext context, Account account) {
        this.account = account;
        this.clock = context.clock();
        this.name = "twilio-" + context.gateway();
        this.requests = new MessageRequest(account);
        this.calls = new HookCalls(account);
        this.wire = new Wire(account.place().address().target(), account.place().limits(), Optional.empty(), name);
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.copyOf(account.abilities());
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        return MessageRequest.isWhole(sms.text())
                ? TWILIO.submitted(wire.exchange(requests.of(sms)), answer -> MessageAnswer.read(answer, clock))
                : SubmitResult.refused(RefusalReason.CONTENT, "encoding", "The text holds half of a character.");
    }

    @Override
    public CheckResult check() {
        try {
            return new AccountCheck(account, name + "-check").run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CheckResult.fails("The check was given up.");
        }
    }

    @Override
    public HookResult readHook(HookRequest request) {
        return calls.read(request);
    }

    @Override
    public void close() {
        wire.close();
    }
}
