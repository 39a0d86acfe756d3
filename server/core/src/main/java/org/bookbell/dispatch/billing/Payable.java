package org.bookbell.dispatch.billing;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.message.MessageState;

/**
 * Which attempt of a message is paid for. One that was delivered: the one that is charged already if it is among them,
 * otherwise the first. Where nobody knows, the last one that may have arrived. What was refused, proven undelivered,
 * suspect or never sent costs nothing, and so does what went over an account of the organization's own.
 */
final class Payable {

    private static final Set<AttemptState> TAKEN = EnumSet.of(AttemptState.ACCEPTED, AttemptState.UNKNOWN);
    private static final Set<AttemptState> PERHAPS = EnumSet.of(AttemptState.SUBMITTING, AttemptState.UNCLEAR);

    private Payable() {}

    /**
     * Chooses the attempt.
     *
     * @param charged the attempt that is charged at the moment
     */
    static Optional<SentAttempt> of(MessageState state, List<SentAttempt> attempts, Optional<Long> charged) {
        return arrived(state, attempts, charged).filter(attempt -> !attempt.own());
    }

    private static Optional<SentAttempt> arrived(
            MessageState state, List<SentAttempt> attempts, Optional<Long> charged) {
        var delivered = in(attempts, EnumSet.of(AttemptState.DELIVERED));
        if (!delivered.isEmpty()) {
            return charged(delivered, charged).or(() -> Optional.of(delivered.get(0)));
        }
        return switch (state) {
            // an answer of the client may prove what no receipt says
            case DELIVERED, UNKNOWN, ACCEPTED -> unproven(attempts, charged);
            default -> Optional.empty();
        };
    }

    private static Optional<SentAttempt> unproven(List<SentAttempt> attempts, Optional<Long> charged) {
        var taken = in(attempts, TAKEN);
        return charged(taken, charged).or(() -> last(taken)).or(() -> last(in(attempts, PERHAPS)));
    }

    private static List<SentAttempt> in(List<SentAttempt> attempts, Set<AttemptState> states) {
        return attempts.stream()
                .filter(attempt -> states.contains(attempt.state()))
                .sorted(Comparator.comparingInt(SentAttempt::number))
                .toList();
    }

    private static Optional<SentAttempt> charged(List<SentAttempt> among, Optional<Long> charged) {
        return among.stream()
                .filter(attempt -> charged.equals(Optional.of(attempt.id())))
                .findFirst();
    }

    private static Optional<SentAttempt> last(List<SentAttempt> attempts) {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }
}
