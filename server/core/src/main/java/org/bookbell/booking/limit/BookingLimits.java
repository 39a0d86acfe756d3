package org.bookbell.booking.limit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bookbell.booking.limit.BookingTries.Reached;
import org.bookbell.problem.ProblemException;

/**
 * Decides whether a visitor may book. A try counts from its begin, so that many at once do not slip by; it is refused by
 * the first ceiling that it meets, and counts nothing then. Of what others did at the same moment it learns by counting
 * again: at worst two are refused where one had room.
 */
@Dependent
public class BookingLimits {

    private static final int MOST_SECONDS = 86_400;

    private final BookingTries tries;
    private final Ceilings ceilings;

    @Inject
    public BookingLimits(BookingTries tries, Ceilings ceilings) {
        this.tries = tries;
        this.ceilings = ceilings;
    }

    /** Whether {@code visitor} has booked so much that they should prove to be human, where anybody can ask for that. */
    public boolean wantsProof(Visitor visitor) {
        return tries.findReached(ceilings.unproven(visitor)).isPresent();
    }

    /** Counts a try, or refuses it. */
    public void admit(Visitor visitor) {
        var all = new ArrayList<Ceiling>(ceilings.of(visitor));
        if (visitor.mobile().filter(this::isNew).isPresent()) {
            all.addAll(ceilings.ofNewNumber(visitor));
        }
        tries.findReached(Stream.concat(ceilings.cancelled(visitor).stream(), all.stream())
                        .toList())
                .ifPresent(BookingLimits::refuse);
        var rows = tries.add(subjects(all));
        tries.findPassed(all).ifPresent(reached -> {
            tries.remove(rows);
            refuse(reached);
        });
    }

    /** A client cancelled by a link; that is never refused, but counted. */
    public void cancelled(Visitor client) {
        tries.add(subjects(ceilings.cancelled(client)));
    }

    /** A client moves an appointment by a link. */
    public void move(Visitor client) {
        var moves = ceilings.moves(client);
        tries.findReached(moves).ifPresent(BookingLimits::refuse);
        tries.add(subjects(moves));
    }

    /** Numbers that begin alike count each once. */
    private boolean isNew(String mobile) {
        return !tries.hasHappened(ceilings.number(mobile));
    }

    /** One row counts in all windows of its subject. */
    private static Collection<byte[]> subjects(List<Ceiling> all) {
        var subjects = new TreeMap<String, byte[]>();
        all.forEach(each -> subjects.put(HexFormat.of().formatHex(each.subject()), each.subject()));
        return subjects.values();
    }

    private static void refuse(Reached reached) {
        var seconds = Math.min(MOST_SECONDS, Math.max(1, reached.after().toSeconds() + 1));
        throw ProblemException.tooMany(reached.ceiling().refusal(), Duration.ofSeconds(seconds));
    }
}
