package org.bookbell.dispatch.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a gateway does over one destination or over all, and the sequential test that tells when it fails: Page's
 * cumulative sum (CUSUM, Biometrika 41, 1954) of the log-likelihood ratio of each piece of evidence. Two sums run side
 * by side: against a ban, in which nearly everything is missed, and against a decline half-way to it. A sum that reaches
 * {@link #THRESHOLD} rings, and so do two missed canaries with nothing between them that the sums hold against a failure.
 * While the gateway is degraded its baseline is frozen, and a third sum, of what was submitted since, tells when it works
 * again; where canaries rang, as many that arrive in a row do.
 *
 * @param gateway its name
 * @param destination see {@link Destination}; {@link Destination#ALL} for all together
 * @param degradedAt since when it fails; empty while it works
 * @param baseline what is normal
 * @param run the evidence since the sums were last zero
 * @param recovery the sum for its recovery
 * @param p95 within which time 95 % of its receipts normally come; empty until learned
 */
public record Standing(
        String gateway,
        String destination,
        Optional<Instant> degradedAt,
        Baseline baseline,
        Run run,
        double recovery,
        Optional<Duration> p95) {

    /** With the baseline of a gateway that misses four of ten, fourteen misses in a row reach it. */
    static final double THRESHOLD = 12;

    private static final double RECOVERED = 5;
    private static final int MISSED_CANARIES = 2;
    private static final double MISSED_IN_A_BAN = 0.99;
    private static final Duration UNTIL_LEARNED = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final int OF_P95 = 3;

    /**
     * What happened since the sums were last zero.
     *
     * @param canaries how many were missed in a row; while canaries are why it is degraded, how many have to arrive
     * @param from when the first attempt of it was submitted that was missed; empty while the sums are zero
     */
    record Run(double ban, double decline, int judged, int missed, int canaries, Optional<Instant> from) {

        static final Run NONE = new Run(0, 0, 0, 0, 0, Optional.empty());

        boolean isOver() {
            return ban <= 0 && decline <= 0;
        }

        Run withCanaries(int count) {
            return new Run(ban, decline, judged, missed, count, from);
        }

        private int canariesAfter(Evidence evidence) {
            if (!evidence.isCanary()) {
                return canaries;
            }
            return evidence.isMiss() ? canaries + 1 : 0;
        }
    }

    static Standing unknown(String gateway, String destination) {
        return new Standing(gateway, destination, Optional.empty(), Baseline.NONE, Run.NONE, 0, Optional.empty());
    }

    public boolean isDegraded() {
        return degradedAt.isPresent();
    }

    /** When the first attempt was submitted that counts against it in this run. */
    public Optional<Instant> suspectFrom() {
        return run.from();
    }

    /** After how long an attempt without a receipt is missed. */
    public Duration patience() {
        return p95.map(learned -> learned.multipliedBy(OF_P95))
                .map(time -> time.compareTo(SHORTEST) < 0 ? SHORTEST : time)
                .orElse(UNTIL_LEARNED);
    }

    /** After one more piece of evidence; {@code expected} is the share of misses to expect where little is known. */
    Standing after(Evidence evidence, double expected) {
        return degradedAt.isPresent()
                ? recovering(evidence, degradedAt.get(), expected)
                : watched(evidence, baseline.share(expected));
    }

    private Standing watched(Evidence evidence, double normal) {
        var next = new Run(
                Math.max(0, run.ban() + ratio(evidence.isMiss(), normal, MISSED_IN_A_BAN)),
                Math.max(0, run.decline() + ratio(evidence.isMiss(), normal, halfWay(normal))),
                run.judged() + 1,
                run.missed() + (evidence.isMiss() ? 1 : 0),
                run.canariesAfter(evidence),
                earliest(run.from(), evidence));
        if (next.isOver()) {
            return with(baseline.with(next.judged(), next.missed()), Run.NONE);
        }
        if (next.canaries() >= MISSED_CANARIES) {
            return with(baseline, next).degraded(evidence.decidedAt());
        }
        boolean rings = next.ban() >= THRESHOLD || next.decline() >= THRESHOLD;
        return rings ? with(baseline, next.withCanaries(0)).degraded(evidence.decidedAt()) : with(baseline, next);
    }

    private static Optional<Instant> earliest(Optional<Instant> from, Evidence evidence) {
        return evidence.isMiss()
                ? from.filter(known -> known.isBefore(evidence.submittedAt()))
                        .or(() -> Optional.of(evidence.submittedAt()))
                : from;
    }

    private Standing recovering(Evidence evidence, Instant since, double expected) {
        if (evidence.submittedAt().isBefore(since)) {
            return this;
        }
        double normal = baseline.share(expected);
        double sum = Math.max(0, recovery - ratio(evidence.isMiss(), normal, halfWay(normal)));
        int toArrive = canariesToArrive(evidence);
        boolean works = sum >= RECOVERED || (toArrive == 0 && run.canaries() > 0);
        return works
                ? new Standing(gateway, destination, Optional.empty(), baseline, Run.NONE, 0, p95)
                : new Standing(gateway, destination, degradedAt, baseline, run.withCanaries(toArrive), sum, p95);
    }

    private int canariesToArrive(Evidence evidence) {
        if (!evidence.isCanary() || run.canaries() == 0) {
            return run.canaries();
        }
        return evidence.isMiss() ? MISSED_CANARIES : run.canaries() - 1;
    }

    /** Half-way from {@code normal} to a gateway that misses everything. */
    private static double halfWay(double normal) {
        return (normal + 1) / 2;
    }

    /** How much likelier the evidence is at the share {@code failing} of misses than at {@code normal}, as a logarithm. */
    private static double ratio(boolean miss, double normal, double failing) {
        return miss ? Math.log(failing / normal) : Math.log((1 - failing) / (1 - normal));
    }

    private Standing with(Baseline learned, Run next) {
        return new Standing(gateway, destination, degradedAt, learned, next, recovery, p95);
    }

    private Standing degraded(Instant at) {
        return new Standing(gateway, destination, Optional.of(at), baseline, run, 0, p95);
    }

    Standing withP95(Optional<Duration> learned) {
        return new Standing(gateway, destination, degradedAt, baseline, run, recovery, learned);
    }

    double share(double expected) {
        return baseline.share(expected);
    }
}
