package org.bookbell.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private volatile Supplier<SubmitResult> answer = () -> SubmitResult.accepted("e");

    public void answers(Supplier<SubmitResult> next) {
        answer = next;
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
        return new Recording(submissions.computeIfAbsent(context.gateway(), name -> new CopyOnWriteArrayList<>()));
    }

    private final class Recording implements EmailGateway {

        private final List<EmailSubmission> taken;

        Recording(List<EmailSubmission> taken) {
            this.taken = taken;
        }

        @Override
        public SubmitResult submit(EmailSubmission email) {
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
