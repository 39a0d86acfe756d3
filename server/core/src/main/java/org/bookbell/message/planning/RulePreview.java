package org.bookbell.message.planning;

import java.time.Instant;
import java.util.stream.Stream;
import org.bookbell.message.planning.row.Correction;

/**
 * What a change of the rules does to the reminders of future appointments.
 *
 * @param appointments how many future appointments were looked at
 * @param added reminders that are planned in addition
 * @param dueNow those of them that are sent at once
 * @param moved reminders that get another time
 * @param cancelled reminders that are not sent any more
 * @param skipped reminders that are not sent for a reason that the ledger shows
 * @param isComplete whether all future appointments were looked at; the rest follows within the hour
 */
public record RulePreview(
        int appointments, int added, int dueNow, int moved, int cancelled, int skipped, boolean isComplete) {

    static final RulePreview NOTHING = new RulePreview(0, 0, 0, 0, 0, 0, true);

    RulePreview plus(Correction correction, Instant now) {
        var planned = Stream.concat(
                        correction.missing().stream(),
                        correction.changed().stream()
                                .filter(Correction.Change::isRevival)
                                .map(Correction.Change::planned))
                .toList();
        var sent = planned.stream().filter(message -> !message.isSkipped()).toList();
        var atOnce = sent.stream().filter(message -> !message.window().dueAt().isAfter(now));
        var others = correction.changed().stream().filter(change -> !change.isRevival());
        var nowSkipped = others.filter(change -> change.planned().isSkipped()).count();
        return new RulePreview(
                appointments + 1,
                added + sent.size(),
                dueNow + (int) atOnce.count(),
                moved
                        + (int) (correction.changed().stream()
                                        .filter(change -> !change.isRevival())
                                        .count()
                                - nowSkipped),
                cancelled + correction.surplus().size(),
                skipped + (int) nowSkipped + (planned.size() - sent.size()),
                isComplete);
    }

    RulePreview incomplete() {
        return new RulePreview(appointments, added, dueNow, moved, cancelled, skipped, false);
    }
}
