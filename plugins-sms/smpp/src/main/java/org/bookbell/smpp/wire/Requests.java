package org.bookbell.smpp.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The requests of one connection that wait for their answers, by sequence_number (SMPP 3.4, 3.2). What nobody waits for
 * any more is remembered for some minutes, since a late answer still says something.
 */
final class Requests {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Map<Integer, Request> open = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    Request begin(Consumer<Response> late) {
        var number = last.updateAndGet(before -> before == Integer.MAX_VALUE ? 1 : before + 1);
        var request = new Request(number, late);
        open.put(number, request);
        return request;
    }

    void drop(Request request) {
        open.remove(request.number());
    }

    /** Gives an answer to whoever waits for it, or waited. */
    void answer(int number, Response response) {
        var request = open.remove(number);
        if (request != null) {
            request.answer(response);
        }
    }

    /** Ends all waiting: no answer can come any more. */
    void end(String why) {
        open.values().forEach(request -> request.end(why));
        open.clear();
    }

    /** Forgets what was given up long ago, or all of it where there is too much. */
    void prune() {
        var all = open.size() > MOST;
        open.values().removeIf(request -> request.isGivenUpFor(all ? Duration.ZERO : REMEMBERED));
    }
}
