package org.bookbell.message.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.row.CancelReason;
import org.bookbell.message.planning.row.Correction;
import org.bookbell.message.planning.row.Corrections;
import org.bookbell.message.planning.row.MessageRows;
import org.bookbell.message.planning.row.SkipReason;

/**
 * Keeps the promise of the ledger: whatever happens to an appointment, the rows of its messages change in the same
 * transaction. Booking calls it; it begins none itself.
 *
 * <p>An occurrence is one agreed time of an appointment. Each is told once, so whoever books what was cancelled again
 * raises the occurrence and calls {@link #moved}.
 */
@Dependent
public class Planning {

    private final Obligations obligations;
    private final MessageRows rows;
    private final Corrections corrections;
    private final Clock clock;

    @Inject
    Planning(Obligations obligations, MessageRows rows, Corrections corrections, Clock clock) {
        this.obligations = obligations;
        this.rows = rows;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** An appointment was made: it is confirmed and its reminders are planned. */
    public void booked(AppointmentFacts facts) {
        tell(MessageKind.CONFIRMATION, facts, recipient -> true, true);
    }

    /** An appointment was agreed elsewhere: its reminders are planned, and a row says why nobody is told at once. */
    public void adopted(AppointmentFacts facts) {
        var now = now();
        var owed = obligations.of(facts.key().organizationId(), List.of(facts));
        var notices = owed.notices(MessageKind.CONFIRMATION, facts, facts.recipients(), now).stream()
                .map(notice -> notice.isSkipped() ? notice : notice.skippedFor(SkipReason.AGREED_ELSEWHERE))
                .toList();
        var messages = Stream.concat(notices.stream(), owed.reminders(facts, now).stream())
                .toList();
        corrections.add(facts, messages, messages, now);
    }

    /** It has another time, and an occurrence of its own: what waited is cancelled, the change is told. */
    public void moved(AppointmentFacts facts) {
        cancelOpen(facts, CancelReason.APPOINTMENT_MOVED);
        tell(MessageKind.CHANGE, facts, recipient -> true, true);
    }

    /**
     * It will not take place: what waited is cancelled, staff are told.
     *
     * @param tellClient whether the client is told as well
     */
    public void cancelled(AppointmentFacts facts, boolean tellClient) {
        cancelOpen(facts, CancelReason.APPOINTMENT_CANCELLED);
        tell(MessageKind.CANCELLATION, facts, recipient -> tellClient || recipient.kind() != Audience.CLIENT, false);
    }

    /** Something else that messages tell has changed: a name, an address, a note. */
    public void refreshed(AppointmentFacts facts) {
        var now = now();
        var owed = obligations.of(facts.key().organizationId(), List.of(facts)).reminders(facts, now);
        var stored = rows.listOf(facts.key().appointmentId());
        corrections.apply(Correction.of(facts, owed, stored, now), owed, now);
    }

    /** The client's link has another secret: no row tells the former one any more, since each may be sent again. */
    public void relinked(long appointmentId, String formerToken, String token) {
        rows.relink(appointmentId, formerToken, token);
    }

    /** It is over, whether the client came or not; nothing more is sent. The ledger keeps {@code reason}. */
    public void ended(long appointmentId, String reason) {
        cancelOpen(appointmentId, CancelReason.APPOINTMENT_ENDED, reason);
    }

    private void tell(MessageKind kind, AppointmentFacts facts, Predicate<Recipient> isTold, boolean withReminders) {
        var now = now();
        var owed = obligations.of(facts.key().organizationId(), List.of(facts));
        var told = facts.recipients().stream().filter(isTold).toList();
        var messages = new ArrayList<>(owed.notices(kind, facts, told, now));
        if (withReminders) {
            messages.addAll(owed.reminders(facts, now));
        }
        corrections.add(facts, messages, messages, now);
    }

    private void cancelOpen(AppointmentFacts facts, CancelReason reason) {
        cancelOpen(facts.key().appointmentId(), reason, reason.words());
    }

    private void cancelOpen(long appointmentId, CancelReason reason, String words) {
        corrections.cancel(rows.listOf(appointmentId), reason, words, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
