package org.bookbell.dispatch.watchdog;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bookbell.access.member.Addressees;
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
    private volatile long lookedNanos = System.nanoTime();

    private record Parts(
            Look look, AlarmBook book, Siren siren, Addressees addressees, Event<TroublesWatched> watched) {}

    /** For the container's proxy. */
    protected Watchdog() {
        this.parts = null;
    }

    @Inject
    Watchdog(Look look, AlarmBook book, Siren siren, Addressees addressees, Event<TroublesWatched> watched) {
        this.parts = new Parts(look, book, siren, addressees, watched);
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
            lookedNanos = System.nanoTime();
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.ERROR, "The watchdog could not look; it tries again.", failure);
        }
    }

    /** For how long it has not looked, whether its thread ended, hangs or fails. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lookedNanos);
    }

    private void look(Parts with) {
        var seen = with.look().take();
        var kinds = seen.stream().map(Trouble::kind).collect(toCollection(() -> EnumSet.noneOf(Trouble.Kind.class)));
        if (!kinds.contains(Trouble.Kind.DATABASE)) {
            readOperators(with);
        }
        var certain = seen.stream()
                .filter(trouble -> seenBefore.contains(trouble.kind()))
                .toList();
        seenBefore.clear();
        seenBefore.addAll(kinds);
        troubles = certain;
        certain.forEach(trouble -> raise(with, trouble));
        if (kinds.stream().noneMatch(Trouble.Kind::hidesOthers)) {
            with.book().takeEnded(kinds).forEach(kind -> tellTheEnd(with, kind));
            with.watched().fire(new TroublesWatched(with.book().listTold()));
        }
        if (seen.isEmpty()) {
            with.siren().beat();
        }
    }

    private void readOperators(Parts with) {
        try {
            operators = with.addressees().listOperators().stream()
                    .flatMap(operator -> operator.address(Channel.EMAIL).stream())
                    .toList();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The operators' addresses cannot be read; those known before are told.", failure);
        }
    }

    private void raise(Parts with, Trouble trouble) {
        if (with.book().isToTell(trouble.kind())) {
            with.siren()
                    .tell(
                            trouble.kind().name(),
                            "Bookbell: "
                                    + (trouble.kind().keepsMessages() ? "messages are not sent" : "papers are not made")
                                    + " (" + trouble.kind() + ")",
                            trouble.sentence(),
                            operators);
        }
    }

    private void tellTheEnd(Parts with, Trouble.Kind kind) {
        with.siren()
                .tell(
                        kind.name() + "_OVER",
                        "Bookbell: " + (kind.keepsMessages() ? "messages are sent" : "papers are made") + " again ("
                                + kind + ")",
                        "The trouble that was told before is over.",
                        operators);
    }
}
