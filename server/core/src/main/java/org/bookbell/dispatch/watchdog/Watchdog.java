package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bookbell.access.Addressees;
import org.bookbell.client.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Raises the alarm when messages are not sent. A trouble is told once two looks in a row saw it, again each hour, and when
 * it is over.
 */
@ApplicationScoped
public class Watchdog {

    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    private final @Nullable Parts parts;
    private final Set<Trouble.Kind> seenBefore = EnumSet.noneOf(Trouble.Kind.class);
    private volatile List<Trouble> troubles = List.of();
    private List<String> operators = List.of();
    private boolean isDatabaseLost;

    private record Parts(Look look, AlarmBook book, Siren siren, Addressees addressees) {}

    /** For the container's proxy. */
    protected Watchdog() {
        this.parts = null;
    }

    @Inject
    Watchdog(Look look, AlarmBook book, Siren siren, Addressees addressees) {
        this.parts = new Parts(look, book, siren, addressees);
    }

    /** What is wrong, as two looks in a row saw it. */
    public List<Trouble> troubles() {
        return troubles;
    }

    /** Looks, and tells what changed; never throws. */
    public synchronized void look() {
        if (parts == null) {
            throw new IllegalStateException("made without its parts");
        }
        try {
            look(parts);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "The watchdog could not look; it tries again.", failure);
        }
    }

    private void look(Parts with) {
        var seen = with.look().take();
        var certain = seen.stream()
                .filter(trouble -> seenBefore.contains(trouble.kind()))
                .toList();
        seenBefore.clear();
        seen.forEach(trouble -> seenBefore.add(trouble.kind()));
        troubles = certain;
        certain.forEach(trouble -> raise(with, trouble));
        if (seenBefore.contains(Trouble.Kind.DATABASE)) {
            return;
        }
        operators = with.addressees().listOperators().stream()
                .flatMap(operator -> operator.address(Channel.EMAIL).stream())
                .toList();
        endAllBut(with, seenBefore);
        if (seen.isEmpty()) {
            with.siren().beat();
        }
    }

    /** Without the database the nodes cannot agree who tells: each does, once. */
    private void raise(Parts with, Trouble trouble) {
        boolean isToTell = trouble.kind() == Trouble.Kind.DATABASE
                ? !isDatabaseLost
                : with.book().isToTell(trouble.kind());
        isDatabaseLost |= trouble.kind() == Trouble.Kind.DATABASE;
        if (isToTell) {
            with.siren()
                    .tell(
                            trouble.kind().name(),
                            "Bookbell: messages are not sent (" + trouble.kind() + ")",
                            trouble.sentence(),
                            operators);
        }
    }

    private void endAllBut(Parts with, Set<Trouble.Kind> lasting) {
        if (isDatabaseLost) {
            isDatabaseLost = false;
            tellTheEnd(with, Trouble.Kind.DATABASE);
        }
        with.book().listRaised().stream()
                .filter(kind -> !lasting.contains(kind))
                .filter(with.book()::isToTellTheEnd)
                .forEach(kind -> tellTheEnd(with, kind));
    }

    private void tellTheEnd(Parts with, Trouble.Kind kind) {
        with.siren()
                .tell(
                        kind.name() + "_OVER",
                        "Bookbell: messages are sent again (" + kind + ")",
                        "The trouble that was told before is over.",
                        operators);
    }
}
