package org.bookbell.message.planning.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageState;

/**
 * What must change so that the rows of one appointment are those it owes now. What was sent stays; what is due already
 * is in the dispatcher's hands and keeps its time; nothing that waited for later is moved into the past, so that no
 * change of a rule loses a reminder.
 *
 * @param missing rows to add
 * @param changed rows to plan again
 * @param stale rows that tell former facts
 * @param surplus rows to cancel
 * @param settled rows that need no call any more, since another reaches the recipient again
 */
public record Correction(
        AppointmentFacts facts,
        List<PlannedMessage> missing,
        List<Change> changed,
        List<StoredMessage> stale,
        Map<StoredMessage, CancelReason> surplus,
        List<StoredMessage> settled) {

    /** A stored row and what it shall be. */
    public record Change(StoredMessage stored, PlannedMessage planned) {

        /** Whether something went wrong before: an opt-out is obeyed when a message is sent, and planning follows it. */
        boolean isRepair() {
            return planned.skipped() != SkipReason.OPTED_OUT
                    && !stored.wasSkippedFor(reason -> reason == SkipReason.OPTED_OUT);
        }

        /** Whether it was not to be sent and now is. */
        public boolean isRevival() {
            return stored.state() != MessageState.PLANNED && !planned.isSkipped();
        }
    }

    /** Compares the reminders that are owed with the rows of the appointment, notices among them. */
    public static Correction of(
            AppointmentFacts facts, List<PlannedMessage> owed, List<StoredMessage> stored, Instant now) {
        return new Comparison(facts, owed, stored, now).correct();
    }

    public boolean isEmpty() {
        return missing.isEmpty() && changed.isEmpty() && stale.isEmpty() && surplus.isEmpty();
    }

    /** How many rows were to be sent at another time, or not at all, for no reason that is in order. */
    public int repaired() {
        return (int) changed.stream().filter(Change::isRepair).count();
    }

    /** The same with {@code more} rows that were missing. */
    public Correction withMissing(List<PlannedMessage> more) {
        var all = Stream.concat(missing.stream(), more.stream()).toList();
        return new Correction(facts, all, changed, stale, surplus, settled);
    }

    private record Comparison(
            AppointmentFacts facts, List<PlannedMessage> owed, List<StoredMessage> stored, Instant now) {

        Correction correct() {
            var current = stored.stream()
                    .filter(row -> row.occurrence() == facts.key().occurrence())
                    .collect(Collectors.toMap(StoredMessage::key, Function.identity()));
            var missing = owed.stream()
                    .filter(message -> !current.containsKey(message.key()) && !wentAnotherWay(message))
                    .toList();
            var changed = new ArrayList<Change>();
            owed.stream()
                    .flatMap(message -> Optional.ofNullable(current.get(message.key()))
                            .filter(row -> mustChange(row, message))
                            .map(row -> new Change(row, message))
                            .stream())
                    .forEach(changed::add);
            var surplus = stored.stream()
                    .filter(row -> row.state().isOpen())
                    .flatMap(row -> surplus(row).map(why -> Map.entry(row, why)).stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Correction(facts, missing, changed, stale(changed, surplus), surplus, settled(changed));
        }

        /** A rule that changed its channel does not send a second time what went out. */
        private boolean wentAnotherWay(PlannedMessage message) {
            return stored.stream()
                    .filter(row -> row.occurrence() == facts.key().occurrence())
                    .filter(row -> row.key().isSameButForChannel(message.key()))
                    .anyMatch(row -> row.isReminder() && (row.wasTried() || wasCopied(row)));
        }

        /** Whether a copy of it went out in its place. */
        private boolean wasCopied(StoredMessage row) {
            return stored.stream().anyMatch(other -> other.key().isCopyOf(row.id()) && other.wasTried());
        }

        private boolean mustChange(StoredMessage row, PlannedMessage message) {
            return switch (row.state()) {
                case PLANNED -> isLeft(row) ? false : mustChangeWaiting(row, message);
                case SKIPPED, CANCELLED -> mayRevive(row, message);
                default -> false;
            };
        }

        private boolean isLeft(StoredMessage row) {
            return !row.window().dueAt().isAfter(now) || row.attempts() > 0;
        }

        private boolean mustChangeWaiting(StoredMessage row, PlannedMessage message) {
            var reason = message.skipped();
            if (reason != null) {
                return !reason.isAboutTime();
            }
            var isInTime = !message.isLate() && message.window().dueAt().isAfter(now);
            return isInTime && !row.window().equals(message.window());
        }

        private boolean mayRevive(StoredMessage row, PlannedMessage message) {
            if (message.isSkipped() || message.window().dueAt().isBefore(now) || row.wasTried()) {
                return false;
            }
            if (row.state() == MessageState.CANCELLED) {
                return row.reasonCode().equals(Optional.of(CancelReason.RULE_CHANGED.name()));
            }
            return !message.isLate() || row.wasSkippedFor(SkipReason::isAboutContact);
        }

        private Optional<CancelReason> surplus(StoredMessage row) {
            if (row.occurrence() < facts.key().occurrence()) {
                return Optional.of(CancelReason.APPOINTMENT_MOVED);
            }
            var isOwed = owed.stream().anyMatch(message -> message.key().equals(row.key()));
            return row.isReminder() && !row.key().isCopy() && !isOwed
                    ? Optional.of(CancelReason.RULE_CHANGED)
                    : Optional.empty();
        }

        private List<StoredMessage> stale(List<Change> changed, Map<StoredMessage, CancelReason> surplus) {
            return stored.stream()
                    .filter(row -> row.state() == MessageState.PLANNED || row.state() == MessageState.HELD)
                    .filter(row -> !surplus.containsKey(row))
                    .filter(row ->
                            changed.stream().noneMatch(change -> change.stored().id() == row.id()))
                    .filter(row ->
                            told(row).filter(json -> !json.equals(row.facts())).isPresent())
                    .toList();
        }

        private List<StoredMessage> settled(List<Change> changed) {
            var revived = changed.stream().filter(Change::isRevival).toList();
            return stored.stream()
                    .filter(row -> row.wasSkippedFor(SkipReason::wantsCall))
                    .filter(row -> revived.stream()
                            .anyMatch(change -> change.stored().key().hasSameRecipient(row.key())))
                    .toList();
        }

        private Optional<String> told(StoredMessage row) {
            return facts.findRecipient(row.key().recipientKind(), row.key().recipientId())
                    .map(recipient -> MessageFacts.of(facts, recipient).toJson());
        }
    }
}
