package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.Routes.Route.Through;
import org.bookbell.dispatch.attempt.Attempts;
import org.bookbell.dispatch.attempt.Beginnings.Beginning;
import org.bookbell.dispatch.attempt.Dropped;
import org.bookbell.dispatch.attempt.Recordings.Answer;
import org.bookbell.dispatch.attempt.Verdict;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.plugin.gateway.OpenGateway;
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

/** Brings claimed messages to their gateway: write them, commit that they will be submitted, submit each, record the answers. */
@Dependent
class Errand {

    private static final Logger LOG = System.getLogger(Errand.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(1);

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

    /**
     * A claim and the gateway it goes over.
     *
     * @param isRepeatable whether the gateway sends once what it is asked for again: asked before, as the plugin answers it
     */
    record Sending(Claim claim, Through route, boolean isRepeatable) {

        static Sending of(Claim claim, Through route) {
            return new Sending(claim, route, route.gateway().has(Ability.IDEMPOTENT_RESEND));
        }

        private Beginning beginning() {
            return new Beginning(claim, route.gateway().name(), route.resumed());
        }
    }

    /**
     * What is committed to be submitted, and must be at once.
     *
     * @param hasAnother whether it could go over another gateway: asked before, so that judging the answer needs no database
     */
    record Begun(Sending sending, long attempt, Wording wording, boolean hasAnother) {

        Claim claim() {
            return sending.claim();
        }
    }

    private record Written(Sending sending, Wording wording) {}

    /** Writes the texts and commits that they will be submitted; ends what may not be. */
    List<Begun> begin(List<Sending> sendings) {
        var batch = composer.forBatch();
        var written = sendings.stream()
                .filter(each -> !isDroppedForTheNight(each.claim()))
                .flatMap(each -> write(batch, each).stream())
                .toList();
        var others = written.stream()
                .map(each -> routes.hasAnother(
                        each.sending().claim(), each.sending().route().gateway()))
                .toList();
        var attempts = this.attempts.begin(
                written.stream().map(each -> each.sending().beginning()).toList());
        var begun = new ArrayList<Begun>();
        for (int i = 0; i < written.size(); i++) {
            var each = written.get(i);
            boolean hasAnother = others.get(i);
            attempts.get(i)
                    .ifPresentOrElse(
                            attempt -> begun.add(new Begun(each.sending(), attempt, each.wording(), hasAnother)),
                            () -> drop(each.sending().claim()));
        }
        return begun;
    }

    private boolean isDroppedForTheNight(Claim claim) {
        boolean hasTurnedQuiet = claim.hasTurnedQuiet(clock.instant());
        if (hasTurnedQuiet) {
            drop(claim);
        }
        return hasTurnedQuiet;
    }

    private Optional<Written> write(Composer batch, Sending sending) {
        try {
            return Optional.of(new Written(
                    sending, batch.write(sending.claim(), sending.route().gateway())));
        } catch (RuntimeException unwritable) {
            if (SqlException.isOutage(unwritable)) {
                // its texts are in the database, whose failure is not the message's
                throw unwritable;
            }
            LOG.log(
                    Level.ERROR,
                    "Message " + Ids.text(sending.claim().id()) + " cannot be written; see its template.",
                    unwritable);
            dropped.giveUp(sending.claim());
            return Optional.empty();
        }
    }

    /**
     * Submits and has the answer written down.
     *
     * @param whenDone runs once, on any thread, when nothing is left to do; not if this throws
     */
    void submit(Begun begun, Runnable whenDone) {
        var gateway = begun.sending().route().gateway();
        var place = calls.awaitPlace(gateway.name());
        SubmitResult result;
        try {
            result = place.isPresent()
                    ? submit(begun.claim(), gateway, place.get(), begun.attempt(), begun.wording())
                    : GatewayCalls.BUSY;
        } finally {
            place.ifPresent(Place::close);
        }
        var verdict = judge(begun, gateway, result);
        attempts.record(
                new Answer(
                        begun.claim(),
                        begun.attempt(),
                        gateway.name(),
                        result,
                        verdict,
                        segments(begun.claim(), begun.wording())),
                whenDone);
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
                        wording.attachments(),
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

    private Verdict judge(Begun begun, OpenGateway gateway, SubmitResult result) {
        return Verdict.on(
                begun.claim(),
                gateway.name(),
                result,
                clock.instant(),
                rule,
                gateway.has(Ability.IDEMPOTENT_RESEND),
                gateway.has(Ability.RECEIPTS),
                begun.hasAnother());
    }
}
