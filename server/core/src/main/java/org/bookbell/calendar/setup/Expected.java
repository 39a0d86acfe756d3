package org.bookbell.calendar.setup;

import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** Refuses to change what somebody else changed since the caller read it. */
final class Expected {

    private Expected() {}

    static void version(long seen, long now) {
        if (seen != now) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION, "It was changed meanwhile; read it again, then change it.");
        }
    }
}
