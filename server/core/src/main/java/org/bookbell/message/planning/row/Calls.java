package org.bookbell.message.planning.row;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;

/**
 * Which clients a person must tell, of whom no message can be sent: one call each. A change or a cancellation matters
 * most, then the reminders, then the confirmation. Who is reached over another channel is not called, nor is who
 * does not want this kind of message.
 */
final class Calls {

    private static final List<Set<MessageKind>> BY_WEIGHT = List.of(
            Set.of(MessageKind.CHANGE, MessageKind.CANCELLATION),
            Set.of(MessageKind.REMINDER),
            Set.of(MessageKind.CONFIRMATION));

    private Calls() {}

    /** Of all that one appointment owes, the messages that stand for a call. */
    static List<PlannedMessage> of(Collection<PlannedMessage> owed) {
        return owed.stream()
                .map(PlannedMessage::recipient)
                .filter(recipient -> recipient.kind() == Audience.CLIENT)
                .distinct()
                .flatMap(client -> find(client, owed).stream())
                .toList();
    }

    private static Optional<PlannedMessage> find(Recipient client, Collection<PlannedMessage> owed) {
        return BY_WEIGHT.stream()
                .flatMap(kinds -> find(owed.stream()
                                .filter(message -> message.recipient().equals(client) && kinds.contains(message.kind()))
                                .toList())
                        .stream())
                .findFirst();
    }

    private static Optional<PlannedMessage> find(List<PlannedMessage> ofOneKind) {
        var isReached = ofOneKind.stream().anyMatch(message -> !isUnreachable(message));
        return isReached
                ? Optional.empty()
                : wanted(ofOneKind)
                        .min(Comparator.comparing(message -> message.window().dueAt()));
    }

    private static boolean isUnreachable(PlannedMessage message) {
        return message.skipped() != null && message.skipped().isAboutContact();
    }

    private static Stream<PlannedMessage> wanted(List<PlannedMessage> messages) {
        return messages.stream()
                .filter(message ->
                        message.skipped() != null && message.skipped().wantsCall());
    }
}
