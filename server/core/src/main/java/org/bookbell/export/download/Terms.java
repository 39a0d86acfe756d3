package org.bookbell.export.download;

import java.time.Duration;

/**
 * On which terms downloads of one kind are given out.
 *
 * @param limit how long one may take, what writes it and its reader together
 * @param atOnce how many are written at once
 * @param retryAfter after which whoever found no place shall come again
 * @param busy begins the sentence to them
 * @param advice to whoever asked for one that took too long
 */
record Terms(Duration limit, int atOnce, Duration retryAfter, String busy, String advice) {

    String whenBusy() {
        return busy + " Try again in " + retryAfter.toSeconds() + " seconds.";
    }

    String whenSlow() {
        return "The download took longer than " + limit.toSeconds() + " seconds. " + advice;
    }
}
