package org.bookbell.message.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** What is known of the reminders of many appointments at once. */
@Dependent
public class Reminders {

    /** Why a message was skipped although the client was owed it. */
    private static final Set<String> OWED_ALL_THE_SAME = Set.of(
            "NO_ADDRESS",
            "NO_CONSENT",
            "NUMBER_FAILS",
            "EMAIL_FAILS",
            "OPTED_OUT",
            "NO_CREDIT",
            "NOT_WRITTEN",
            "UNREADABLE",
            "HELD_BACK");

    private static final String CONFIRMATION_COUNTS = "LATE_CONFIRMATION_COUNTS";

    private static final BinaryOperator<ReminderState> FURTHER = BinaryOperator.maxBy(Comparator.naturalOrder());

    private static final Row.Reader<Told> TOLD = row -> new Told(
            row.getLong("appointment_id"),
            row.getInt("occurrence"),
            row.getConstant("kind", MessageKind.ALERT),
            row.getConstant("state", MessageState.UNKNOWN),
            row.findText("reason_code").orElse(""));

    private final Sql sql;

    @Inject
    public Reminders(Sql sql) {
        this.sql = sql;
    }

    /**
     * By the id of each appointment that has any message to its client.
     *
     * @param occurrences how often each appointment was moved; what was told of its former times does not count
     */
    public Map<Long, ReminderState> statesOf(long organizationId, Map<Long, Integer> occurrences) {
        return list(organizationId, List.copyOf(occurrences.keySet())).stream()
                .filter(told -> occurrences.getOrDefault(told.appointmentId(), -1) == told.occurrence())
                .collect(Collectors.groupingBy(
                        Told::appointmentId,
                        HashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Reminders::furthest)));
    }

    private List<Told> list(long organizationId, List<Long> appointmentIds) {
        if (appointmentIds.isEmpty()) {
            return List.of();
        }
        var ids = Sql.padded(appointmentIds);
        var parameters = new ArrayList<@Nullable Object>(ids);
        parameters.add(organizationId);
        return sql.list(
                "SELECT appointment_id, occurrence, kind, state, reason_code FROM message WHERE appointment_id IN "
                        + Sql.marks(ids.size()) + " AND organization_id = ? AND recipient_kind = 'CLIENT'"
                        + " AND kind IN ('REMINDER', 'CONFIRMATION', 'CHANGE')",
                TOLD,
                parameters.toArray());
    }

    /** A confirmation counts where a rule of the organization says so for those who book late. */
    private static ReminderState furthest(List<Told> messages) {
        var doesConfirmationCount = messages.stream().anyMatch(told -> CONFIRMATION_COUNTS.equals(told.reasonCode()));
        return messages.stream()
                .filter(told -> doesConfirmationCount || told.kind() == MessageKind.REMINDER)
                .map(Told::outcome)
                .reduce(ReminderState.NONE, FURTHER);
    }

    private record Told(long appointmentId, int occurrence, MessageKind kind, MessageState state, String reasonCode) {

        ReminderState outcome() {
            return switch (state) {
                case PLANNED, CLAIMED, HELD -> ReminderState.PLANNED;
                case SUBMITTING, UNCLEAR, ACCEPTED -> ReminderState.SENT;
                case UNKNOWN -> ReminderState.UNKNOWN;
                case DELIVERED -> ReminderState.DELIVERED;
                case REFUSED, UNDELIVERED, SUSPECT, TOO_LATE -> ReminderState.NOT_DELIVERED;
                case SKIPPED ->
                    OWED_ALL_THE_SAME.contains(reasonCode) ? ReminderState.NOT_DELIVERED : ReminderState.NONE;
                case CANCELLED -> ReminderState.NONE;
            };
        }
    }
}
