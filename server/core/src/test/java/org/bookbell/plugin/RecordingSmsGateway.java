package org.bookbell.plugin;

import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.jspecify.annotations.Nullable;

/** Keeps what was submitted and answers what the test says. */
public final class RecordingSmsGateway implements SmsGateway {

    /** What a submission is answered. */
    @FunctionalInterface
    public interface Answer {
        SubmitResult to(SmsSubmission sms) throws InterruptedException;
    }

    private final GatewayContext context;
    private final Queue<SmsSubmission> submissions = new ConcurrentLinkedQueue<>();
    private final Set<Ability> abilities = EnumSet.of(Ability.RECEIPTS);
    private volatile Function<HookRequest, @Nullable HookResult> reading =
            request -> HookResult.malformed("nothing is read");
    private volatile Answer answer = sms -> SubmitResult.accepted("p-" + sms.attemptId());
    private final CountDownLatch closed = new CountDownLatch(1);

    RecordingSmsGateway(GatewayContext context) {
        this.context = context;
    }

    public void answers(Answer next) {
        answer = next;
    }

    /** How calls of the web hook are read. */
    public void reads(Function<HookRequest, @Nullable HookResult> next) {
        reading = next;
    }

    public void isAlso(Ability ability) {
        abilities.add(ability);
    }

    public void isNot(Ability ability) {
        abilities.remove(ability);
    }

    public List<SmsSubmission> submissions() {
        return List.copyOf(submissions);
    }

    public GatewayContext context() {
        return context;
    }

    /** Whether it is closed within five seconds: the server closes on threads of their own. */
    public boolean awaitClosed() throws InterruptedException {
        return closed.await(5, TimeUnit.SECONDS);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        submissions.add(sms);
        return answer.to(sms);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.copyOf(abilities);
    }

    @Override
    @SuppressWarnings("NullAway")
    public HookResult readHook(HookRequest request) {
        return reading.apply(request);
    }

    @Override
    public CheckResult check() {
        return CheckResult.works("The account answers.");
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
