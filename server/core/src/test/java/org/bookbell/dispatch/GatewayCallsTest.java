package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bookbell.dispatch.figures.Figure;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.figures.GatewayAnswered;
import org.bookbell.dispatch.figures.GatewayAnswered.Outcome;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayCallsTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ClassLoader plugin = new ClassLoader() {};
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Figure> figures = new ArrayList<>();
    private final GatewayCalls calls = within(Duration.ofSeconds(20));
    private final GatewayCalls hurried = within(LIMIT);
    private final CountDownLatch over = new CountDownLatch(1);

    private GatewayCalls within(Duration limit) {
        return new GatewayCalls(threads, limit, new Figures(figures::add));
    }

    @AfterEach
    void end_the_calls() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void an_answer_in_time_is_passed_on() {
        var result = calls.submit("main", plugin, () -> SubmitResult.accepted("p"));

        assertThat(result).isEqualTo(SubmitResult.accepted("p"));
    }

    @Test
    void a_call_sees_the_classes_of_its_plugin() {
        var seen = new ClassLoader[1];

        calls.submit("main", plugin, () -> {
            seen[0] = Thread.currentThread().getContextClassLoader();
            return SubmitResult.accepted("p");
        });

        assertThat(seen[0]).isSameAs(plugin);
    }

    @Test
    void a_call_that_hangs_is_interrupted_and_unclear() {
        var result = hurried.submit("main", plugin, () -> {
            over.await();
            return SubmitResult.accepted("p");
        });

        assertThat(result).isInstanceOf(Unclear.class);
        assertThat(figures)
                .first(type(GatewayAnswered.class))
                .returns("main", GatewayAnswered::gateway)
                .returns(Outcome.UNCLEAR, GatewayAnswered::outcome)
                .extracting(GatewayAnswered::took, DURATION)
                .isGreaterThanOrEqualTo(LIMIT);
    }

    @Test
    void that_nobody_can_count_costs_no_answer() {
        var uncounted = new GatewayCalls(threads, Duration.ofMinutes(1), new Figures(figure -> {
            throw new IllegalStateException("no room");
        }));

        assertThat(uncounted.submit("main", plugin, () -> SubmitResult.accepted("p")))
                .isEqualTo(SubmitResult.accepted("p"));
    }

    @Test
    void a_call_that_throws_is_unclear() {
        var result = calls.submit("main", plugin, () -> {
            throw new IllegalStateException("bug");
        });

        assertThat(result).isEqualTo(SubmitResult.unclear("the plugin threw IllegalStateException"));
    }

    @Test
    void an_error_of_the_plugin_is_unclear_too() {
        var result = calls.submit("main", plugin, () -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });

        assertThat(result).isInstanceOf(Unclear.class);
    }

    @Test
    void null_is_not_an_answer() {
        var result = calls.submit("main", plugin, GatewayCallsTest::nothing);

        assertThat(result).isInstanceOf(Unclear.class);
    }

    @Test
    void a_gateway_that_fails_five_times_in_a_row_is_spared() {
        for (int i = 0; i < 5; i++) {
            calls.submit("main", plugin, () -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "", ""));
        }

        assertThat(calls.isReady("main")).isFalse();
        assertThat(calls.submit("main", plugin, () -> SubmitResult.accepted("p")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("SPARED"));
    }

    @Test
    void bad_recipients_do_not_count_against_a_gateway() {
        for (int i = 0; i < 9; i++) {
            calls.submit("main", plugin, () -> SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "", ""));
        }

        assertThat(calls.isReady("main")).isTrue();
    }

    @Test
    void a_gateway_whose_provider_asks_for_a_pause_is_left_alone_for_so_long() {
        calls.submit("main", plugin, () -> SubmitResult.throttled(Duration.ofMinutes(1), "429", ""));
        calls.submit("other", plugin, () -> SubmitResult.throttled(Duration.ZERO, "429", ""));

        assertThat(calls.isReady("main")).isFalse();
        assertThat(calls.isReady("other")).isTrue();
    }

    @Test
    void calls_that_ignore_their_interruption_keep_their_places_but_not_those_of_another_gateway() throws Exception {
        var callers = Executors.newFixedThreadPool(GatewayCalls.PLACES);
        for (int i = 0; i < GatewayCalls.PLACES; i++) {
            callers.execute(() -> hurried.submit("stuck", plugin, this::neverEnd));
        }
        callers.shutdown();
        callers.awaitTermination(10, TimeUnit.SECONDS);

        assertThat(hurried.isReady("stuck")).isFalse();
        assertThat(hurried.submit("other", plugin, () -> SubmitResult.accepted("p")))
                .isInstanceOf(Accepted.class);
    }

    private SubmitResult neverEnd() {
        while (over.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
        return SubmitResult.accepted("late");
    }

    @SuppressWarnings("NullAway")
    private static SubmitResult nothing() {
        return null;
    }
}
