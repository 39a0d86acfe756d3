package org.bookbell.plugin;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** Keeps what was submitted and answers what the test says. */
public final class RecordingSmsGateway implements SmsGateway {

    /** What a submission is answered. */
    @FunctionalInterface
    public interface Answer {
        SubmitResult to(SmsSubmission sms) throws InterruptedException;
    }

    private final GatewayContext context;
    private final List<SmsSubmission> submissions = new CopyOnWriteArrayList<>();
    private final Set<Ability> abilities = EnumSet.of(Ability.RECEIPTS);
    private volatile Answer answer = sms -> SubmitResult.accepted("p-" + sms.attemptId());
    private volatile boolean closed;

    RecordingSmsGateway(GatewayContext context) {
        this.context = context;
    }

    public void answers(Answer next) {
        answer = next;
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

    public boolean isClosed() {
        return closed;
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
    public CheckResult check() {
        return CheckResult.works("The account answers.");
    }

    @Override
    public void close() {
        closed = true;
    }
}
