package org.bookbell.web.booking;

import java.util.List;

/**
 * The free times of a service.
 *
 * @param notice what to say above, empty if nothing
 * @param nextPath where later days are
 * @param times those of the day that is open
 */
public record TimesView(
        ServiceChoice service,
        String servicesPath,
        String notice,
        String zone,
        List<Choice> staff,
        List<Choice> days,
        String earlierPath,
        String nextPath,
        String day,
        List<Choice> times) {

    /** A link, and whether it leads here. */
    public record Choice(String path, String text, boolean isHere) {}
}
