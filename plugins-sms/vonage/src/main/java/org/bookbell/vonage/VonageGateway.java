package org.bookbell.vonage;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.vonage.hook.HookCalls;
import org.bookbell.vonage.hook.LongReplies;
import org.bookbell.vonage.hook.UnansweredAttempts;
import org.bookbell.vonage.wire.Signature;

/** An open account of Vonage. Of messages it remembers those without an answer, and parts of long replies. */
final class VonageGateway implements SmsGateway {

    private static final Answerer VONAGE = new Answerer("Vonage");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Set<Ability> abilities;
    private final Clock clock;
    private final String name;
    private final SendSms sendSms;
    private final Optional<Balance> balance;
    private final LongReplies longReplies;
    private final UnansweredAttempts unanswered = new UnansweredAttempts();
    private final HookCalls hookCalls;
    private final Wire wire;

    VonageGateway(GatewayContext context, Settings settings) {
        this.abilities = abilities(settings, context.hook().isPresent());
        this.clock = context.clock();
        this.name = "vonage-" + context.gateway();
        this.sendSms = new SendSms(settings, context.hook(), context.clock());
        this.balance = Balance.of(settings);
        this.longReplies = new LongReplies(context.receipts(), PATIENCE, context.gateway() + "-replies");
        var signature = settings.isOn("signedHook")
                ? Optional.of(Signature.of(settings, context.clock()))
                : Optional.<Signature>empty();
        this.hookCalls = new HookCalls(settings.get("apiKey"), signature, longReplies, unanswered);
        this.wire = new Wire(
                AccountSettings.address(settings).target(), AccountSettings.limits(settings), Optional.empty(), name);
    }

    private static Set<Ability> abilities(Settings settings, boolean hasHook) {
        var abilities = EnumSet.of(Ability.VALIDITY);
        if (!hasHook) {
            return abilities;
        }
        abilities.add(Ability.HOOK);
        if (settings.isOn("signedHook")) {
            abilities.add(Ability.SIGNED_HOOK);
        }
        if (settings.isOn("receipts")) {
            abilities.add(Ability.RECEIPTS);
        }
        if (settings.isOn("replies")) {
            abilities.add(Ability.REPLIES);
        }
        return abilities;
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.copyOf(abilities);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        if (!SendSms.isWhole(sms.text())) {
            return SubmitResult.refused(RefusalReason.CONTENT, "", "The text holds half of a character.");
        }
        unanswered.add(sms.attemptId());
        return VONAGE.submitted(wire.exchange(sendSms.request(sms)), answer -> read(sms, answer));
    }

    private SubmitResult read(SmsSubmission sms, Answer answer) {
        if (answer.status() / 100 == 2) {
            unanswered.remove(sms.attemptId());
        }
        return SendSmsAnswer.read(answer, clock);
    }

    @Override
    public CheckResult check() {
        return balance.map(this::check)
                .orElseGet(() -> new CheckResult(
                        CheckResult.Outcome.NOT_OFFERED, "Vonage tells the balance only to who has the API secret."));
    }

    private CheckResult check(Balance question) {
        try {
            return question.ask(VONAGE, name + "-check");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CheckResult.fails("The check was given up.");
        }
    }

    @Override
    public HookResult readHook(HookRequest request) {
        return hookCalls.read(request);
    }

    @Override
    public void close() {
        wire.close();
        longReplies.close();
    }
}
