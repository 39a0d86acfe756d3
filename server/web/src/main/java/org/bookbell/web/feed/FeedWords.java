package org.bookbell.web.feed;

import java.time.Duration;
import java.time.Instant;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.Fetch;

/** How the page tells of feeds. */
final class FeedWords {

    private FeedWords() {}

    /** "names and details, with reminders, 30 days back and 365 ahead". */
    static String what(FeedView view) {
        return detail(view.detail()) + (view.alarms() ? ", with reminders" : "") + ", " + view.daysBack()
                + " days back and " + view.daysAhead() + " ahead";
    }

    static String detail(Detail detail) {
        return switch (detail) {
            case BUSY -> "busy or free only";
            case INITIALS -> "services and initials";
            case FULL -> "names and details";
        };
    }

    /** "last fetched by Google Calendar 6 h ago, next expected in 6 h". */
    static String fetched(Feed feed, Instant now) {
        return feed.lastFetch()
                .map(last -> "last fetched by " + last.by() + " " + ago(last.at(), now) + ", next expected "
                        + next(last, now))
                .orElse("not fetched yet");
    }

    private static String next(Fetch last, Instant now) {
        var next = last.nextExpectedAt();
        return next.isAfter(now)
                ? "in " + length(Duration.between(now, next))
                : "since " + length(Duration.between(next, now));
    }

    private static String ago(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        return passed.toMinutes() < 1 ? "just now" : length(passed) + " ago";
    }

    private static String length(Duration length) {
        if (length.toHours() < 1) {
            return Math.max(1, length.toMinutes()) + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }
}
