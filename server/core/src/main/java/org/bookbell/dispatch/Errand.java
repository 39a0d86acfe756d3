package org.bookbell.dispatch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.Attempts.Answer;
import org.bookbell.dispatch.Routes.Route.Through;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.storage.Ids;
import org.bookbell.storage.SqlException;

/** Brings one claimed message to its gateway: write it, commit that it will be submitted, submit, record the answer. */
@Dependent
class Errand {

    private static final Logger LOG = System.getLogger(Errand.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** An answer that is not recorded would be asked for again: a database that is gone for minutes is waited for. */
    private static final FailsafeExecutor<Object> RECORDING = Failsafe.with(RetryPolicy.builder()
            .handleIf(SqlException::isOutage)
            .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofMinutes(5))
            .build());

    private final Composer composer;
    private final Attempts attempts;
    private final Dropped dropped;
    private final GatewayCalls calls;
    private final Routes routes;
    private final RetryRule rule;
    private final Clock clock;

    @Inject
    Errand(
            Composer composer,
            Attempts attempts,
            Dropped dropped,
            GatewayCalls calls,
            Routes routes,
            RetryRule rule,
            Clock clock) {
        this.composer = composer;
        this.attempts = attempts;
        this.dropped = dropped;
        this.calls = calls;
        this.routes = routes;
        this.rule = rule;
        this.clock = clock;
    }

    void run(Claim claim, Through route) {
        var gateway = route.gateway();
        Wording wording;
        try {
            wording = composer.write(claim, gateway);
        } catch (RuntimeException unwritable) {
            LOG.log(
                    Level.ERROR,
                    "Message " + Ids.text(claim.id()) + " cannot be written; see its template.",
                    unwritable);
            dropped.giveUp(claim);
            return;
        }
        Optional<Long> attempt;
        SubmitResult result;
        // first the place: what is begun is then under way, and not in a line
        var place = calls.awaitPlace(gateway.name());
        try {
            attempt = attempts.begin(claim, gateway.name(), route.resumed());
            if (attempt.isEmpty()) {
                dropped.settle(claim);
                return;
            }
            result =
                    place.isPresent() ? submit(claim, gateway, place.get(), attempt.get(), wording) : GatewayCalls.BUSY;
        } finally {
            place.ifPresent(Place::close);
        }
        var verdict = judge(claim, gateway, result);
        var answer = new Answer(claim, attempt.get(), gateway.name(), result, verdict, segments(claim, wording));
        RECORDING.run(() -> attempts.record(answer));
    }

    /** Ends a claim that is not to be sent any more. */
    void drop(Claim claim) {
        dropped.settle(claim);
    }

    private SubmitResult submit(Claim claim, OpenGateway open, Place place, long attempt, Wording wording) {
        var gateway = open.gateway().orElseThrow();
        var left = Duration.between(clock.instant(), claim.usefulUntil());
        var validity = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
        var call = call(gateway, claim, Ids.text(attempt), wording, validity);
        var plugin = gateway.getClass().getClassLoader();
        var first = calls.submit(open.name(), place, plugin, call);
        boolean again = first instanceof Unclear && open.has(Ability.IDEMPOTENT_RESEND) && calls.isReady(open.name());
        return again ? calls.submit(open.name(), place, plugin, call) : first;
    }

    private static Callable<SubmitResult> call(
            Gateway gateway, Claim claim, String attempt, Wording wording, Duration validity) {
        return switch (claim.channel()) {
            case SMS -> {
                var sms = (SmsGateway) gateway;
                var submission =
                        new SmsSubmission(attempt, claim.address(), wording.sender(), wording.text(), validity);
                yield () -> sms.submit(submission);
            }
            case EMAIL -> {
                var email = (EmailGateway) gateway;
                var submission = new EmailSubmission(
                        attempt,
                        claim.address(),
                        wording.senderName(),
                        wording.replyTo(),
                        wording.subject(),
                        wording.text(),
                        wording.unsubscribe(),
                        List.of(),
                        validity);
                yield () -> email.submit(submission);
            }
        };
    }

    private static Optional<Integer> segments(Claim claim, Wording wording) {
        return claim.channel() == Channel.SMS
                ? Optional.of(SmsText.of(wording.text()).segments())
                : Optional.empty();
    }

    private Verdict judge(Claim claim, OpenGateway gateway, SubmitResult result) {
        return Verdict.on(
                claim,
                gateway.name(),
                result,
                clock.instant(),
                rule,
                gateway.has(Ability.IDEMPOTENT_RESEND),
                gateway.has(Ability.RECEIPTS),
                routes.hasAnother(claim, gateway));
    }
}
