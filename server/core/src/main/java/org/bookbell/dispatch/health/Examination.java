package org.bookbell.dispatch.health;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.storage.Sql;

/** Judges a gateway by what is newly known of its attempts, and stores the verdict. */
@Dependent
public class Examination {

    private static final int AT_ONCE = 500;

    private final Standings standings;
    private final Clock clock;

    @Inject
    public Examination(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * What an examination found.
     *
     * @param degraded what fails from now on; a destination only where not all of them do
     * @param restored what works again; a destination only where not all of them failed
     * @param missedByDegraded attempts over what had failed already when they were submitted, that were missed
     * @param more whether there may be more evidence to judge
     */
    public record Findings(
            List<Standing> degraded, List<Standing> restored, List<Long> missedByDegraded, boolean more) {}

    /** Judges up to some hundred attempts over {@code gateway}; in one transaction with what follows from it. */
    public Findings examine(Sql sql, String gateway) {
        var now = clock.instant();
        var before = Sheet.of(gateway, standings.of(sql, gateway));
        var evidence = EvidenceReader.read(sql, gateway, patience(sql, before.overall(), now), now, AT_ONCE);
        if (evidence.isEmpty()) {
            return new Findings(List.of(), List.of(), List.of(), false);
        }
        var after = before.with(evidence);
        EvidenceReader.markJudged(sql, evidence);
        if (!after.overall().isDegraded()) {
            var usual = EvidenceReader.p95(sql, gateway, now);
            after.put(after.overall().withP95(usual.or(after.overall()::p95)));
        }
        standings.save(sql, after.differingFrom(before));
        return new Findings(
                after.failingSince(before),
                before.failingSince(after),
                evidence.stream()
                        .filter(each -> each.isMiss() && before.hadFailed(each))
                        .map(Evidence::attemptId)
                        .toList(),
                evidence.size() >= AT_ONCE);
    }

    /** Of a gateway that is new what its first receipts tell. */
    private static Duration patience(Sql sql, Standing standing, Instant now) {
        boolean isNew = standing.p95().isEmpty() && !standing.isDegraded();
        return isNew
                ? standing.withP95(EvidenceReader.p95(sql, standing.gateway(), now))
                        .patience()
                : standing.patience();
    }
}
