package org.bookbell.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Product and control by turns, A-B-A-B-A-B, so that whatever else the machine does meets both; the median of three counts. */
record Turns(Load.Result product, Load.Result control) {

    private static final int ROUNDS = 3;

    static Turns take(Supplier<Load.Result> product, Supplier<Load.Result> control) {
        var results = IntStream.range(0, ROUNDS)
                .mapToObj(round -> new Turns(product.get(), control.get()))
                .toList();
        return new Turns(
                median(results.stream().map(Turns::product).toList()),
                median(results.stream().map(Turns::control).toList()));
    }

    double throughputRatio() {
        return product.perSecond() / control.perSecond();
    }

    double p99Ratio() {
        return product.p99Millis() / control.p99Millis();
    }

    private static Load.Result median(List<Load.Result> results) {
        return new Load.Result(
                median(results.stream().mapToDouble(Load.Result::perSecond).toArray()),
                median(results.stream().mapToDouble(Load.Result::medianMillis).toArray()),
                median(results.stream().mapToDouble(Load.Result::p99Millis).toArray()),
                results.stream().mapToLong(Load.Result::refused).sum());
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
