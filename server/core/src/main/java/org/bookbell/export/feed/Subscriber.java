package org.bookbell.export.feed;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that subscribes to calendars, as its {@code User-Agent} gives it away.
 *
 * @param pace how often it usually asks
 */
record Subscriber(String name, Duration pace, Pattern agent) {

    /** Every hour, as the feed itself asks for. */
    private static final Duration USUAL = Duration.ofHours(1);

    private static final String UNKNOWN = "another program";

    /** The first that fits counts; Apple's agents name the system, so that they come late. */
    private static final List<Subscriber> KNOWN = List.of(
            new Subscriber("Google Calendar", Duration.ofHours(12), agent("Google-Calendar-Importer")),
            new Subscriber("Outlook on the web", Duration.ofHours(3), agent("Microsoft[ .-]?Exchange|OutlookWeb")),
            new Subscriber("Outlook", Duration.ofHours(1), agent("Outlook|Microsoft Office")),
            new Subscriber("Thunderbird", Duration.ofMinutes(30), agent("Thunderbird|Lightning/")),
            new Subscriber("Nextcloud", Duration.ofDays(1), agent("Nextcloud")),
            new Subscriber("ICSx5", Duration.ofDays(1), agent("ICSx5|ICSdroid")),
            new Subscriber("DAVx5", Duration.ofHours(4), agent("DAVx5|DAVdroid")),
            new Subscriber("vdirsyncer", USUAL, agent("vdirsyncer")),
            new Subscriber("Evolution", Duration.ofMinutes(30), agent("Evolution/")),
            new Subscriber("Apple Calendar", USUAL, agent("dataaccessd|CalendarAgent|CalendarStore|iCal/")),
            new Subscriber("curl", USUAL, agent("^curl/|^Wget/")),
            new Subscriber("a browser", USUAL, agent("^Mozilla/5\\.0 .*(Firefox|Chrome|Safari)/")));

    /** What to call the program that sent {@code userAgent}: never a part of what it sent. */
    static String nameOf(String userAgent) {
        return KNOWN.stream()
                .filter(each -> each.agent().matcher(userAgent).find())
                .map(Subscriber::name)
                .findFirst()
                .orElse(UNKNOWN);
    }

    static Duration paceOf(String name) {
        return KNOWN.stream()
                .filter(each -> each.name().equals(name))
                .map(Subscriber::pace)
                .findFirst()
                .orElse(USUAL);
    }

    private static Pattern agent(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
