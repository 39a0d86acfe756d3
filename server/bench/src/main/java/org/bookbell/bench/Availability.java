package org.bookbell.bench;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;

/** What can be booked in a month, beside a resource that reads the same rows and one that does nothing. */
final class Availability {

    private final Table table;
    private final Months months;
    private final URI control;
    private final LocalDate first;
    private final Duration length;

    Availability(Table table, Months months, URI control, LocalDate first, Duration length) {
        this.table = table;
        this.months = months;
        this.control = control;
        this.first = first;
        this.length = length;
    }

    void measure() {
        var warmUp = length.multipliedBy(3);
        cold(warmUp);
        sameQuery(warmUp);
        warm(8, warmUp);
        hello(8, warmUp);
        table.throughput(
                "availability of a month, 10 staff, cold, 8 connections / the same query",
                Turns.take(() -> cold(length), () -> sameQuery(length)),
                "≥ 60 %");
        table.throughput(
                "availability, warm, 8 connections / hello",
                Turns.take(() -> warm(8, length), () -> hello(8, length)),
                "≥ 35 %");
        var many = Turns.take(() -> warm(32, length), () -> hello(32, length));
        table.throughput("availability, warm, 32 connections / hello", many, "");
        table.tail("availability, warm, 32 connections, p99 / hello", many, "≤ 4 ×");
    }

    private Load.Result cold(Duration time) {
        return Load.get(months.all(), 8, time);
    }

    private Load.Result warm(int connections, Duration time) {
        return Load.get(months.one(), connections, time);
    }

    private Load.Result sameQuery(Duration time) {
        return Load.get(Months.ofControl(control.resolve("/busy"), first), 8, time);
    }

    private Load.Result hello(int connections, Duration time) {
        return Load.get(control.resolve("/hello"), connections, time);
    }
}
