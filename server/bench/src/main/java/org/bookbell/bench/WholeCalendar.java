package org.bookbell.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole text of a calendar, unchanged and changed before each request, beside Radicale with the same text. */
final class WholeCalendar {

    private static final int CONNECTIONS = 8;
    private static final String WHAT = "feed of " + SubscribedCalendar.EVENTS + " events, whole (200)";

    /** As the big calendar services ask. */
    private static final String GZIP = "Accept-Encoding: gzip\r\n";

    private final Table table;
    private final SubscribedCalendar calendar;
    private final Duration length;
    private final AtomicInteger next = new AtomicInteger();

    WholeCalendar(Table table, SubscribedCalendar calendar, Duration length) {
        this.table = table;
        this.calendar = calendar;
        this.length = length;
    }

    void measure() {
        var radicale = Radicale.start(calendar.text());
        if (radicale.isEmpty()) {
            table.add(WHAT + " / Radicale", "not measured: Radicale is not installed", "", "", "");
            return;
        }
        compare(radicale.get());
        radicale.get().stop();
    }

    private void compare(Radicale radicale) {
        warm(calendar.one().address(), "");
        warm(calendar.one().address(), GZIP);
        cold(this::changed, calendar.one().address());
        table.multiple(
                WHAT + ", unchanged, " + CONNECTIONS + " connections / Radicale",
                Turns.take(() -> warm(calendar.one().address(), ""), () -> warm(radicale.calendar(), "")),
                "≥ 100 ×");
        table.multiple(
                "the same, for subscribers who take gzip / Radicale",
                Turns.take(() -> warm(calendar.one().address(), GZIP), () -> warm(radicale.calendar(), GZIP)),
                "≥ 100 ×");
        var cold = Turns.take(
                () -> cold(this::changed, calendar.one().address()),
                () -> cold(radicale::changed, radicale.calendar()));
        table.add(
                WHAT + ", changed before each request, 1 connection, median / Radicale",
                Table.number("%.1f ms", cold.product().medianMillis()),
                Table.number("%.1f ms", cold.control().medianMillis()),
                Table.number(
                                "%.1f ×",
                                cold.control().medianMillis() / cold.product().medianMillis()) + " as fast",
                "≥ 1 ×");
    }

    private Load.Result warm(URI address, String headerLines) {
        return Load.inTurn(address, List.of(Load.request(address, headerLines)), CONNECTIONS, length);
    }

    /** What changes the calendar is not part of the time. */
    private Load.Result cold(Load.Requests changed, URI server) {
        return Load.run(server, 1, length, connection -> changed);
    }

    /** Each time as another subscriber, who finds nothing remembered; one who was told that nothing changed would not count. */
    private byte[] changed() {
        calendar.change();
        var subscribers = calendar.subscribers();
        return subscribers.get(next.getAndIncrement() % subscribers.size()).request();
    }
}
