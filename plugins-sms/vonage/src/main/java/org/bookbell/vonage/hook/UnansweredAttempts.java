package org.bookbell.vonage.hook;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Attempts of this node that wait for an answer or never got one, the last {@value #MOST} of them: what is reported of these
 * is the only proof that Vonage has them. Safe for threads.
 */
public final class UnansweredAttempts {

    private static final int MOST = 1_000;

    private final Set<String> attempts = new LinkedHashSet<>();

    public synchronized void add(String attemptId) {
        if (attempts.size() >= MOST) {
            attempts.remove(attempts.iterator().next());
        }
        attempts.add(attemptId);
    }

    public synchronized void remove(String attemptId) {
        attempts.remove(attemptId);
    }

    synchronized boolean contains(String attemptId) {
        return attempts.contains(attemptId);
    }
}
