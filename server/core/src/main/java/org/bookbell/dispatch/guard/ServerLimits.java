package org.bookbell.dispatch.guard;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.dispatch.guard.Limits.Spending;
import org.bookbell.dispatch.guard.Limits.Volume;
import org.eclipse.microprofile.config.Config;

/** The limits of every organization for which an operator decided nothing else, as configured. */
@Dependent
public class ServerLimits {

    private static final String ROOT = "bookbell.guards.";
    private static final String ALL = "all";
    private static final int TWO_SEGMENTS = 2;

    private final Limits limits;
    private final int estimatedSegments;

    @Inject
    ServerLimits(Config config) {
        this(
                new Limits(
                        new Volume(
                                figure(config, "sms.perMinute", 600),
                                figure(config, "sms.perDay", 10_000),
                                figure(config, "sms.perRecipient", 30)),
                        new Volume(
                                figure(config, "email.perMinute", 1_200),
                                figure(config, "email.perDay", 20_000),
                                figure(config, "email.perRecipient", 100)),
                        new Spending(figure(config, "spend.perDay", 0), figure(config, "spend.perMonth", 0)),
                        figure(config, "usual.multiple", 10),
                        figure(config, "usual.floor", 1_000),
                        prefixes(config)),
                config.getOptionalValue("bookbell.credit.estimatedSegments", Integer.class)
                        .orElse(TWO_SEGMENTS));
    }

    public ServerLimits(Limits limits, int estimatedSegments) {
        this.limits = limits;
        this.estimatedSegments = estimatedSegments;
    }

    private static long figure(Config config, String name, long otherwise) {
        return config.getOptionalValue(ROOT + name, Long.class).orElse(otherwise);
    }

    private static List<String> prefixes(Config config) {
        var text = config.getOptionalValue(ROOT + "sms.prefixes", String.class).orElse(ALL);
        return text.strip().equalsIgnoreCase(ALL)
                ? List.of()
                : Stream.of(text.split("[,\\s]+", -1))
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    public Limits limits() {
        return limits;
    }

    /** As how many segments a text message is counted before it is written. */
    public int estimatedSegments() {
        return estimatedSegments;
    }
}
