package org.bookbell.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.simulator.TakenMessage.Content;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * An open account that plays a provider. One daemon thread reports what became of the messages; what is not reported
 * when the account closes is reported once it is opened again.
 */
final class SimulatedGateway implements SmsGateway, EmailGateway {

    private static final Duration RETRY_RECEIPT_AFTER = Duration.ofSeconds(1);

    private final GatewayContext context;
    private final Play play;
    private final TakenMessages taken;
    private final boolean takesReplies;
    private final Carrier carrier;
    private final ScheduledThreadPoolExecutor reporter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();

    private SimulatedGateway(GatewayContext context, TakenMessages taken, boolean takesReplies) {
        this.context = context;
        this.play = Play.of(context.settings());
        this.taken = taken;
        this.takesReplies = takesReplies;
        this.carrier = Carrier.of(context, play);
        this.reporter = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    var thread = new Thread(task, "simulator-" + context.gateway());
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy());
    }

    /** A mailbox: what is answered to it goes elsewhere. */
    static SimulatedGateway mailbox(GatewayContext context, TakenMessages taken) {
        return open(context, taken, false);
    }

    /** Phones, whose owners may answer. */
    static SimulatedGateway phones(GatewayContext context, TakenMessages taken) {
        return open(context, taken, true);
    }

    private static SimulatedGateway open(GatewayContext context, TakenMessages taken, boolean takesReplies) {
        var gateway = new SimulatedGateway(context, taken, takesReplies);
        taken.awaited(context.gateway()).forEach(gateway::reportInTime);
        return gateway;
    }

    @Override
    public Set<Ability> abilities() {
        var abilities = EnumSet.of(Ability.RECEIPTS, Ability.VALIDITY, Ability.HOOK);
        if (takesReplies) {
            abilities.add(Ability.REPLIES);
        }
        if (play.hookSecret().isPresent()) {
            abilities.add(Ability.SIGNED_HOOK);
        }
        return abilities;
    }

    @Override
    public HookResult readHook(HookRequest request) {
        return HookCalls.read(request, play.hookSecret());
    }

    @Override
    public CheckResult check() {
        return play.behavior().refuses()
                ? CheckResult.fails("The simulated account is set to refuse all messages.")
                : CheckResult.works("The simulated account takes messages.");
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        var content = new Content(sms.to(), sms.from().orElse(context.gateway()), "", sms.text(), List.of());
        return submit(
                content, sms.validity(), Math.max(1, SmsText.of(sms.text()).segments()));
    }

    @Override
    public SubmitResult submit(EmailSubmission email) throws InterruptedException {
        var content = new Content(email.to(), email.fromName(), email.subject(), email.text(), email.attachments());
        return submit(content, email.validity(), 1);
    }

    private SubmitResult submit(Content content, Duration validity, int segments) throws InterruptedException {
        if (closed.getCount() == 0) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "closed", "The account was closed.");
        }
        return switch (play.behavior()) {
            case REFUSE -> SubmitResult.refused(play.reason(), "refused", "The simulated account refuses messages.");
            case REFUSE_FOR_NOW ->
                SubmitResult.refused(
                        RefusalReason.UNAVAILABLE, "unavailable", "The simulated account is out of order for now.");
            case ANSWER_LATE -> {
                var message = take(content, validity);
                yield closed.await(play.answerAfter().toMillis(), TimeUnit.MILLISECONDS)
                        ? SubmitResult.unclear("The account was closed before it answered.")
                        : SubmitResult.accepted(message.id(), segments);
            }
            case DELIVER, DELAY, UNDELIVERED, ACCEPT_AND_NEVER_DELIVER ->
                SubmitResult.accepted(take(content, validity).id(), segments);
        };
    }

    private TakenMessage take(Content content, Duration validity) {
        var fate = play.fateOf(validity, count.getAndIncrement());
        var message =
                new TakenMessage(context.gateway(), content, context.clock().instant(), fate);
        taken.add(message);
        if (fate.isTold()) {
            reportAfter(fate.after(), message);
        }
        return message;
    }

    private void reportInTime(TakenMessage message) {
        reportAfter(message.reportedAfter(context.clock().instant()), message);
    }

    private void reportAfter(Duration wait, TakenMessage message) {
        var unused = reporter.schedule(() -> report(message), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report(TakenMessage message) {
        try {
            carrier.bring(message.receipt(context.clock().instant()));
            message.markReported();
        } catch (RuntimeException notStored) {
            reportAfter(RETRY_RECEIPT_AFTER, message);
        }
    }

    /** Lets somebody answer; what cannot be stored is brought again. */
    void answer(String phone, String sender, String text) {
        var id = UUID.randomUUID().toString();
        bring(new Reply(
                phone,
                Optional.of(sender),
                text,
                Optional.of(id),
                Optional.of(context.clock().instant()),
                "a simulated answer"));
    }

    private void bring(Reply reply) {
        reporter.execute(() -> {
            try {
                carrier.bring(reply);
            } catch (RuntimeException notStored) {
                var unused =
                        reporter.schedule(() -> bring(reply), RETRY_RECEIPT_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        reporter.shutdownNow();
        try {
            reporter.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
