package org.bookbell.web.feed;

import java.util.List;
import java.util.Optional;
import org.bookbell.web.page.Filled;

/**
 * An organization's account page.
 *
 * @param path of the page
 * @param subjects whose feeds the caller may make; none if the role lacks the right
 * @param mayManage whether feeds of clients may be made and everything downloaded
 * @param made the address that was just made
 */
record AccountView(
        String path,
        List<Option> subjects,
        boolean mayManage,
        List<Line> feeds,
        Optional<Made> made,
        String notice,
        Filled form) {

    /** Whose appointments a feed may show. */
    record Option(String value, String text, boolean isChosen) {}

    /**
     * A feed.
     *
     * @param what it tells
     * @param fetched who asked last, and when the next is expected
     */
    record Line(String id, String name, String what, String since, String fetched) {}

    /**
     * An address as people need it.
     *
     * @param webcal what a phone opens in its calendar
     * @param google opens Google Calendar with the address filled in
     */
    record Made(String name, String https, String webcal, String google, QrCode code) {}
}
