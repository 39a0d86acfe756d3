package org.bookbell.message.planning.reconciliation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.owed.Owed;
import org.bookbell.message.planning.row.CancelReason;
import org.bookbell.message.planning.row.Correction;
import org.bookbell.message.planning.row.Corrections;
import org.bookbell.message.planning.row.MessageRows;
import org.bookbell.message.planning.row.StoredMessage;
import org.bookbell.storage.transaction.UseCase;

/**
 * Computes again which rows an organization's future appointments owe and repairs what differs: the net under planning,
 * run each hour. A repair means that something went wrong before and deserves a look.
 */
@UseCase
public class Reconciliation {

    private static final Set<MessageKind> AGREED = Set.of(MessageKind.CONFIRMATION, MessageKind.CHANGE);

    /** Younger rows may belong to an appointment that was booked after the page was read. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final BookedAppointments appointments;
    private final Obligations obligations;
    private final MessageRows rows;
    private final Corrections corrections;
    private final Clock clock;

    @Inject
    public Reconciliation(
            BookedAppointments appointments,
            Obligations obligations,
            MessageRows rows,
            Corrections corrections,
            Clock clock) {
        this.appointments = appointments;
        this.obligations = obligations;
        this.rows = rows;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * Compares and repairs one page of appointments; the caller goes on after {@link ReconciliationReport#last()} until
     * the report says that it is the end.
     *
     * @param afterAppointment 0 for the first page
     * @param limit how many appointments one transaction takes
     */
    public ReconciliationReport repair(long organizationId, long afterAppointment, int limit) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var page = appointments.list(organizationId, now, afterAppointment, limit);
        var isEnd = page.size() < limit;
        var last = isEnd ? Long.MAX_VALUE : page.get(page.size() - 1).key().appointmentId();
        var report = compare(organizationId, page, now, ReconciliationReport.upTo(last, isEnd));
        var open = rows.listOpen(organizationId, afterAppointment, last, now);
        return report.cancelled(cancelOrphans(page, open, now));
    }

    private ReconciliationReport compare(
            long organizationId, List<AppointmentFacts> page, Instant now, ReconciliationReport before) {
        var report = before;
        var owed = obligations.of(organizationId, page);
        var stored = rows.listOf(
                page.stream().map(facts -> facts.key().appointmentId()).toList());
        for (var facts : page) {
            var rowsOfIt = stored.getOrDefault(facts.key().appointmentId(), List.of());
            if (isCurrent(facts, rowsOfIt)) {
                report = report.plus(repair(facts, owed, rowsOfIt, now));
            }
        }
        return report;
    }

    private Correction repair(AppointmentFacts facts, Owed owed, List<StoredMessage> stored, Instant now) {
        var messages = new ArrayList<>(owed.reminders(facts, agreedAt(facts, stored)));
        var correction = Correction.of(facts, messages, stored, now);
        if (!correction.isEmpty()) {
            corrections.apply(correction, messages, now);
        }
        var kind = facts.key().occurrence() == 0 ? MessageKind.CONFIRMATION : MessageKind.CHANGE;
        var untold = untold(facts, stored);
        var notices = owed.notices(kind, facts, untold, now);
        corrections.add(facts, notices, notices, now);
        return correction.withMissing(notices);
    }

    private int cancelOrphans(List<AppointmentFacts> page, List<StoredMessage> open, Instant now) {
        var live = page.stream().map(facts -> facts.key().appointmentId()).collect(Collectors.toSet());
        var orphans = open.stream()
                .filter(row -> !live.contains(row.appointmentId()))
                .filter(row -> row.createdAt().isBefore(now.minus(SETTLING)))
                .toList();
        if (!orphans.isEmpty()) {
            corrections.cancel(orphans, CancelReason.NOT_BOOKED, CancelReason.NOT_BOOKED.words(), now);
        }
        return orphans.size();
    }

    /** Whether nobody moved it since the page was read. */
    private static boolean isCurrent(AppointmentFacts facts, List<StoredMessage> stored) {
        return stored.stream().allMatch(row -> row.occurrence() <= facts.key().occurrence());
    }

    private static Instant agreedAt(AppointmentFacts facts, List<StoredMessage> stored) {
        return stored.stream()
                .filter(row -> row.occurrence() == facts.key().occurrence())
                .map(StoredMessage::createdAt)
                .min(Comparator.naturalOrder())
                .orElse(facts.time().bookedAt());
    }

    private static List<Recipient> untold(AppointmentFacts facts, List<StoredMessage> stored) {
        return facts.recipients().stream()
                .filter(recipient -> stored.stream()
                        .noneMatch(row -> row.occurrence() == facts.key().occurrence()
                                && AGREED.contains(row.key().kind())
                                && row.key().recipientKind() == recipient.kind()
                                && row.key().recipientId() == recipient.id()))
                .toList();
    }
}
