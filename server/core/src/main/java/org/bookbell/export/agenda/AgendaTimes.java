package org.bookbell.export.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.message.timing.Window;

/**
 * When agendas are due in a zone: each local day at the times that were chosen.
 *
 * <p>A time that the zone's clock skips comes later by what is skipped; one that it shows twice is the first of the two. One
 * is useful until the next is due, for {@link #EVENING} or {@link #MORNING} at most: after an outage there is the newest one,
 * or none.
 */
public final class AgendaTimes {

    static final Duration EVENING = Duration.ofHours(15);
    static final Duration MORNING = Duration.ofHours(8);

    private static final int DAYS_AROUND = 2;

    private final AgendaSettings settings;
    private final ZoneId zone;

    public AgendaTimes(AgendaSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** The round that is due at {@code now} and still useful. */
    public Optional<AgendaRound> findDue(Instant now) {
        return around(now).stream().filter(round -> round.isOpen(now)).findFirst();
    }

    /** When the next round is due after {@code now}. */
    Optional<Instant> findNext(Instant now) {
        return around(now).stream()
                .map(round -> round.window().dueAt())
                .filter(now::isBefore)
                .findFirst();
    }

    private List<AgendaRound> around(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var rounds = new ArrayList<AgendaRound>();
        for (int days = DAYS_AROUND; days >= -DAYS_AROUND; days--) {
            var day = today.plusDays(days);
            for (var time : latestFirst()) {
                var following =
                        rounds.isEmpty() ? Instant.MAX : rounds.get(0).window().dueAt();
                rounds.add(0, round(day, time, following));
            }
        }
        return rounds;
    }

    private List<LocalTime> latestFirst() {
        return settings.times().sorted((one, other) -> other.compareTo(one)).toList();
    }

    private AgendaRound round(LocalDate day, LocalTime time, Instant following) {
        var due = day.atTime(time).atZone(zone).toInstant();
        var end = due.plus(AgendaSettings.isEvening(time) ? EVENING : MORNING);
        return new AgendaRound(day, time, new Window(due, end.isBefore(following) ? end : following));
    }
}
