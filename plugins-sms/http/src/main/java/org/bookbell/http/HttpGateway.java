package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.hook.HookReader;
import org.bookbell.http.request.RequestTemplate;
import org.bookbell.http.request.Unwritable;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.Request;
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

/** An open account with a gateway. */
final class HttpGateway implements SmsGateway {

    private static final Answerer GATEWAY = new Answerer("The gateway");
    private static final Limits OF_CHECK = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(9), 1);

    private final Account account;
    private final Set<Ability> abilities;
    private final Clock clock;
    private final String name;
    private final Wire wire;
    private final HookReader calls;

    HttpGateway(GatewayContext context, Account account) {
        this.account = account;
        this.abilities = abilities(account);
        this.clock = context.clock();
        this.name = "http-" + context.gateway();
        this.wire = wire(account.submission(), account.connecting().limits(), name);
        this.calls = new HookReader(context.gateway(), account.hook(), account.secrets());
    }

    private Wire wire(RequestTemplate request, Limits limits, String thread) {
        return new Wire(request.target(), limits, account.connecting().trusting(), thread);
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    private static Set<Ability> abilities(Account account) {
        var abilities = EnumSet.noneOf(Ability.class);
        var hook = account.hook();
        hook.receipt().ifPresent(unused -> abilities.add(Ability.RECEIPTS));
        if (hook.areAny()) {
            abilities.add(Ability.HOOK);
            hook.signature().ifPresent(unused -> abilities.add(Ability.SIGNED_HOOK));
        }
        var held = account.submission().placeholders();
        if (held.contains(Placeholder.VALIDITY_SECONDS) || held.contains(Placeholder.VALIDITY_MINUTES)) {
            abilities.add(Ability.VALIDITY);
        }
        if (account.promises().knowsRepeats()) {
            abilities.add(Ability.IDEMPOTENT_RESEND);
        }
        if (account.promises().takesReplies()) {
            abilities.add(Ability.REPLIES);
        }
        return Set.copyOf(abilities);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        if (!UTF_8.newEncoder().canEncode(sms.text())) {
            return SubmitResult.refused(
                    RefusalReason.CONTENT, "encoding", "The text holds half a character, which cannot be written.");
        }
        Request request;
        try {
            request = account.submission().fill(account.facts().values(sms));
        } catch (Unwritable unwritable) {
            return SubmitResult.refused(RefusalReason.CONTENT, "request", unwritable.sentence());
        }
        return GATEWAY.submitted(
                wire.exchange(request), answer -> account.answers().read(answer, clock));
    }

    @Override
    public CheckResult check() {
        if (account.check().isEmpty()) {
            return CheckResult.notOffered();
        }
        var check = account.check().get();
        try (var own = wire(check, OF_CHECK, name + "-check")) {
            var host = check.target().host();
            return new Answerer("The gateway " + host)
                    .checked(own.exchange(check.fill(account.facts().values())), answer -> result(host, answer));
        } catch (Unwritable unwritable) {
            return CheckResult.fails(unwritable.sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return CheckResult.fails("The check was given up.");
        }
    }

    private static CheckResult result(String host, Answer answer) {
        return switch (answer.status()) {
            case 401, 403, 407 -> CheckResult.fails("The gateway " + host + " refuses user name or secret.");
            default ->
                answer.status() / 100 == 2
                        ? CheckResult.works("The gateway " + host + " knows the account.")
                        : CheckResult.fails("The gateway " + host + " answers with status " + answer.status() + ".");
        };
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
