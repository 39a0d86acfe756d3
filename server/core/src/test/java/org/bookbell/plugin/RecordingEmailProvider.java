package org.bookbell.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SubmitResult;

/** Opens e-mail gateways that keep what was submitted and answer what the test says. */
public final class RecordingEmailProvider implements EmailProvider {

    private final Map<String, List<EmailSubmission>> submissions = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
    private volatile Supplier<SubmitResult> answer = () -> SubmitResult.accepted("e");

    public void answers(Supplier<SubmitResult> next) {
        answer = next;
    }

    /** Makes the gateway of that name answer nothing before {@code end}. */
    public void hangs(String gateway, CountDownLatch end) {
        hanging.put(gateway, end);
    }

    /** What went over the gateway of that name. */
    public List<EmailSubmission> submissions(String gateway) {
        return List.copyOf(submissions.getOrDefault(gateway, List.of()));
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String label() {
        return "Letters";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public EmailGateway open(GatewayContext context) {
        return new Recording(
                context.gateway(),
                submissions.computeIfAbsent(context.gateway(), name -> new CopyOnWriteArrayList<>()));
    }

    private final class Recording implements EmailGateway {

        private final String name;
        private final List<EmailSubmission> taken;

        Recording(String name, List<EmailSubmission> taken) {
            this.name = name;
            this.taken = taken;
        }

        @Override
        public SubmitResult submit(EmailSubmission email) throws InterruptedException {
            hanging.getOrDefault(name, new CountDownLatch(0)).await();
            taken.add(email);
            return answer.get();
        }

        @Override
        public Set<Ability> abilities() {
            return Set.of();
        }

        @Override
        public CheckResult check() {
            return CheckResult.works("The mail server answers.");
        }

        @Override
        public void close() {
            // what was submitted is kept for the test
        }
    }
}
