package org.bookbell.export.agenda;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an organization wants agendas, in the local time of whoever reads them.
 *
 * @param evening about the next day and those after it; from noon on
 * @param morning about the day itself and those after it; before noon
 * @param daysAhead how many days follow the first one
 * @param toStaff whether each staff member with an e-mail address gets their own
 * @param addresses who gets the one about everybody; none for the owners and managers
 * @param version 0 where nothing was decided yet
 */
public record AgendaSettings(
        Optional<LocalTime> evening,
        Optional<LocalTime> morning,
        int daysAhead,
        boolean toStaff,
        List<String> addresses,
        long version) {

    /** When most people want it. */
    public static final LocalTime USUAL_EVENING = LocalTime.of(18, 0);

    public static final LocalTime USUAL_MORNING = LocalTime.of(6, 30);
    public static final int USUAL_DAYS = 7;
    public static final int MOST_DAYS = 14;
    public static final int MOST_ADDRESSES = 10;

    /** Nobody gets any who did not ask for them. */
    static final AgendaSettings NONE =
            new AgendaSettings(Optional.empty(), Optional.empty(), USUAL_DAYS, true, List.of(), 0);

    public AgendaSettings {
        addresses = List.copyOf(addresses);
    }

    public boolean isWanted() {
        return evening.isPresent() || morning.isPresent();
    }

    /** The times of a day, in order. */
    Stream<LocalTime> times() {
        return Stream.of(morning, evening).flatMap(Optional::stream);
    }

    /** Whether an agenda that is due at {@code time} is about the day after. */
    static boolean isEvening(LocalTime time) {
        return !time.isBefore(LocalTime.NOON);
    }
}
