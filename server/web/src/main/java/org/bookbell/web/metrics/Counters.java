package org.bookbell.web.metrics;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.figures.GatewayAnswered;
import org.bookbell.dispatch.figures.MessagesMoved;
import org.bookbell.dispatch.figures.MessagesMoved.Fate;
import org.bookbell.dispatch.figures.ReceiptsMoved;
import org.bookbell.dispatch.figures.ReceiptsMoved.Step;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.web.Endpoint;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts what this process does; curves of several nodes are added. */
@Endpoint
class Counters {

    private static final int BEFORE_SENDING = 190;
    /** All accounts of organizations count together, since their names would tell whose they are. */
    private static final String OWN = "own";

    private static final Metadata MESSAGES =
            counter("bookbell.messages", "Messages that were sent, and what became of them.");
    private static final Metadata RECEIPTS =
            counter("bookbell.receipts", "Receipts of gateways that were stored, and applied to their messages.");
    private static final Metadata ATTEMPTS =
            counter("bookbell.attempts", "Submissions of a message to a gateway, by what it answered.");
    private static final Metadata SUBMITTING = Metadata.builder()
            .withName("bookbell.submit.duration")
            .withDescription("How long a gateway took to answer a submission.")
            .withUnit(MetricUnits.SECONDS)
            .build();

    private final MetricRegistry registry;
    /** Found without a search in the registry, which compares names and tags. */
    private final Map<Key, Counter> attempts = new ConcurrentHashMap<>();

    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    private record Key(String gateway, GatewayAnswered.Outcome outcome) {}

    @Inject
    Counters(MetricRegistry registry) {
        this.registry = registry;
    }

    /** A curve begins at zero, so that its first step is seen. */
    void start(@Observes @Priority(BEFORE_SENDING) ServerStarted event) {
        Stream.of(Channel.values())
                .forEach(channel -> Stream.of(Fate.values()).forEach(fate -> messages(channel, fate)));
        Stream.of(Step.values()).forEach(this::receipts);
    }

    void moved(@Observes MessagesMoved moved) {
        messages(moved.channel(), moved.fate()).inc(moved.count());
    }

    void moved(@Observes ReceiptsMoved moved) {
        receipts(moved.step()).inc(moved.count());
    }

    void answered(@Observes GatewayAnswered answered) {
        var gateway = answered.isOfAnOrganization() ? OWN : answered.gateway();
        attempts.computeIfAbsent(new Key(gateway, answered.outcome()), this::attempts)
                .inc();
        durations.computeIfAbsent(gateway, this::duration).update(answered.took());
    }

    private Counter messages(Channel channel, Fate fate) {
        return registry.counter(MESSAGES, new Tag("channel", word(channel)), new Tag("state", word(fate)));
    }

    private Counter receipts(Step step) {
        return registry.counter(RECEIPTS, new Tag("step", word(step)));
    }

    private Counter attempts(Key key) {
        return registry.counter(ATTEMPTS, new Tag("gateway", key.gateway()), new Tag("outcome", word(key.outcome())));
    }

    private Timer duration(String gateway) {
        return registry.timer(SUBMITTING, new Tag("gateway", gateway));
    }

    private static Metadata counter(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
