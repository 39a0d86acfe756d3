package org.bookbell.export.feed;

import org.bookbell.problem.Faults;

/**
 * What a feed shows.
 *
 * @param alarms whether the subscriber's program reminds of each appointment an hour before
 * @param daysBack how many days that are over, before today
 * @param daysAhead how many days after today
 */
public record FeedView(Detail detail, boolean alarms, int daysBack, int daysAhead) {

    public static final int MOST_DAYS_BACK = 366;
    public static final int MOST_DAYS_AHEAD = 731;

    /** A month back, so that no feed becomes empty overnight, and a year ahead. */
    public static final FeedView USUAL = new FeedView(Detail.FULL, false, 30, 365);

    void check(Faults faults) {
        faults.check(
                daysBack >= 0 && daysBack <= MOST_DAYS_BACK,
                "/daysBack",
                "The days back must be 0 to " + MOST_DAYS_BACK + ".");
        faults.check(
                daysAhead >= 1 && daysAhead <= MOST_DAYS_AHEAD,
                "/daysAhead",
                "The days ahead must be 1 to " + MOST_DAYS_AHEAD + ".");
    }
}
