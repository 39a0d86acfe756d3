package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.RefusalReason.Retry;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@link Gateway} promises, whatever it submits.
 *
 * @param <G> the kind of gateway
 */
@Timeout(120)
abstract class GatewayContract<G extends Gateway> extends ProviderContract {

    /** The moment at which the server's clock stands still in these tests. */
    protected static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** The address of the account's web hook in these tests. */
    protected static final String HOOK = "https://book.example.org/hooks/sms/contract/a-token-of-no-use";

    static final Duration VALIDITY = Duration.ofHours(1);

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration CLOSED = Duration.ofSeconds(6);
    private static final String WORDS = "words-of-the-message";

    private final AtomicInteger attempts = new AtomicInteger();
    private final Heard heard = new Heard();

    abstract G open(GatewayContext context);

    abstract SubmitResult submit(G gateway, String attemptId, String text, Duration validity)
            throws InterruptedException;

    /** Who gets the messages; no result may show it. */
    abstract String to();

    /**
     * Makes the provider treat all messages so from now on.
     *
     * @return the settings that must be others for it, such as a short time-out; empty where the fake cannot do it, which is
     *     then not tested
     */
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        return Optional.empty();
    }

    /** How long the last message is worth delivering, as the provider was told; empty where the fake does not see it. */
    protected Optional<Duration> toldValidity() {
        return Optional.empty();
    }

    @Test
    void opening_waits_for_nobody_and_closing_ends_within_five_seconds() {
        var begun = System.nanoTime();
        var gateway = openGateway();
        var opened = System.nanoTime();
        gateway.close();
        var closed = System.nanoTime();

        assertThat(Duration.ofNanos(opened - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(closed - opened)).isLessThan(CLOSED);
    }

    @Test
    void a_provider_that_takes_a_message_has_accepted_it() throws InterruptedException {
        try (var gateway = openGateway()) {
            // lets it connect
            gateway.check();

            assertThat(submitNext(gateway, "Tomorrow at 9")).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void what_no_gateway_would_deliver_is_refused_for_good() throws InterruptedException {
        assertThat(submittedWhereItIs(Treatment.REFUSED_FOR_GOOD))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason().retry()).isEqualTo(Retry.NEVER)));
    }

    @Test
    void what_may_be_taken_later_is_refused_for_now() throws InterruptedException {
        assertThat(submittedWhereItIs(Treatment.REFUSED_FOR_NOW))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.reason().retry()).isEqualTo(Retry.LATER)));
    }

    @Test
    void what_is_not_answered_in_time_is_unclear() throws InterruptedException {
        assertThat(submittedWhereItIs(Treatment.NOT_ANSWERED))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Unclear.class));
    }

    /** The result of a submission; none where the fake cannot do it. */
    private List<SubmitResult> submittedWhereItIs(Treatment treatment) throws InterruptedException {
        var others = treat(treatment);
        if (others.isEmpty()) {
            return List.of();
        }
        try (var gateway = openGateway(others.get())) {
            // lets it connect
            gateway.check();
            return List.of(submitNext(gateway, "Tomorrow at 9"));
        }
    }

    @Test
    void its_provider_is_told_how_long_a_message_is_worth_delivering() throws InterruptedException {
        try (var gateway = openGateway()) {
            var shorter = VALIDITY.dividedBy(4);
            // lets it connect
            gateway.check();
            submit(gateway, nextAttempt(), "Tomorrow at 9", VALIDITY);
            var told = toldValidity();
            submit(gateway, nextAttempt(), "Tomorrow at 9", shorter);
            var toldOfShorter = toldValidity();

            assertThat(told.stream()).allSatisfy(time -> assertThat(time).isBetween(shorter, VALIDITY));
            assertThat(toldOfShorter.stream())
                    .allSatisfy(time -> assertThat(time).isBetween(Duration.ofSeconds(1), shorter));
            assertThat(told.isEmpty() || gateway.abilities().contains(Ability.VALIDITY))
                    .isTrue();
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        var gateway = openGateway();
        gateway.close();
        gateway.close();

        assertThat(gateway.abilities()).isNotNull();
    }

    @Test
    void a_closed_account_takes_nothing_and_says_so() throws InterruptedException {
        var gateway = openGateway();
        gateway.close();

        assertThat(submitNext(gateway, "Tomorrow at 9")).isInstanceOfAny(Refused.class, Unclear.class);
    }

    @Test
    void closing_while_messages_are_on_their_way_leaves_none_without_an_answer()
            throws InterruptedException, ExecutionException, TimeoutException {
        var threads = Executors.newFixedThreadPool(16);
        var first = new CountDownLatch(1);
        var gateway = openGateway();
        try {
            var submissions = IntStream.range(0, 64)
                    .mapToObj(number -> threads.submit(() -> {
                        var result = submitNext(gateway, "Tomorrow, number " + number);
                        first.countDown();
                        return result;
                    }))
                    .toList();
            assertThat(first.await(ANSWER.toSeconds(), TimeUnit.SECONDS)).isTrue();

            var begun = System.nanoTime();
            gateway.close();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var answers = new ArrayList<SubmitResult>();
            for (var submission : submissions) {
                answers.add(submission.get(ANSWER.toSeconds(), TimeUnit.SECONDS));
            }

            assertThat(took).isLessThan(CLOSED);
            assertThat(answers).doesNotContainNull();
        } finally {
            gateway.close();
            threads.shutdownNow();
        }
    }

    @Test
    void an_account_can_be_opened_again() throws InterruptedException {
        openGateway().close();

        try (var gateway = openGateway()) {
            assertThat(submitNext(gateway, "Tomorrow at 9")).isNotNull();
        }
    }

    @Test
    void its_abilities_do_not_change_while_it_is_open() throws InterruptedException {
        try (var gateway = openGateway()) {
            var before = gateway.abilities();
            submitNext(gateway, "Tomorrow at 9");

            assertThat(gateway.abilities()).isEqualTo(before);
        }
    }

    @Test
    void a_check_answers_within_ten_seconds_in_a_sentence_without_secrets() {
        try (var gateway = openGateway()) {
            var begun = System.nanoTime();
            var result = gateway.check();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
            assertThat(result.detail()).endsWith(".");
            assertThat(secrets()).noneMatch(result.detail()::contains);
        }
    }

    @Test
    void sixteen_threads_at_once_each_get_an_answer_of_their_own() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(16);
        try (var gateway = openGateway()) {
            var submissions = IntStream.range(0, 64)
                    .<Callable<SubmitResult>>mapToObj(number -> () -> submitNext(gateway, "Tomorrow, number " + number))
                    .toList();
            var ids = new ArrayList<String>();
            for (var answer : threads.invokeAll(submissions)) {
                idOf(answer.get(), ids);
            }

            assertThat(ids).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("org.bookbell.spi.testkit.Texts#any")
    void any_text_is_taken_or_refused_but_never_breaks_it(String text) throws InterruptedException {
        try (var gateway = openGateway()) {
            assertThat(submitNext(gateway, text)).isNotNull();
        }
    }

    @Test
    void nothing_it_says_shows_a_secret_or_the_recipient() throws InterruptedException {
        try (var gateway = openGateway()) {
            var said = gateway + " " + submitNext(gateway, WORDS) + " " + gateway.abilities();

            assertThat(said).doesNotContain(to(), WORDS);
            assertThat(secrets()).noneMatch(said::contains);
        }
    }

    /** Its own log at every level, and all others as servers keep them. */
    @Test
    void nothing_that_it_logs_shows_a_secret_the_recipient_or_the_words() throws InterruptedException {
        try (var log = Log.of(provider().getClass().getPackageName())) {
            try (var gateway = openGateway()) {
                gateway.check();
                submitNext(gateway, WORDS);
                HookSamples.any().forEach(gateway::readHook);
            }

            assertThat(log.lines()).noneMatch(line -> line.contains(to()));
            assertThat(log.lines()).noneMatch(line -> line.contains(HookSamples.PERSONAL));
            assertThat(log.lines()).noneMatch(line -> line.contains(WORDS));
            assertThat(log.lines()).noneMatch(line -> secrets().stream().anyMatch(line::contains));
        }
    }

    @Test
    void an_interrupted_thread_gets_away() throws InterruptedException, ExecutionException, TimeoutException {
        try (var gateway = openGateway()) {
            var submission = new FutureTask<>(() -> {
                Thread.currentThread().interrupt();
                try {
                    submitNext(gateway, "Tomorrow at 9");
                } catch (InterruptedException expected) {
                    return true;
                }
                return true;
            });
            new Thread(submission, "interrupted").start();

            assertThat(submission.get(ANSWER.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void receipts_name_a_message_that_was_accepted() throws InterruptedException {
        var ids = new ArrayList<String>();
        try (var gateway = openGateway()) {
            for (var i = 0; i < 5; i++) {
                idOf(submitNext(gateway, "Tomorrow at 9"), ids);
            }
        }

        assertThat(heard.receipts())
                .allSatisfy(receipt -> assertThat(receipt.attemptId().isPresent()
                                || ids.contains(receipt.providerMessageId().orElse("")))
                        .isTrue());
    }

    final G openGateway() {
        return openGateway(Map.of());
    }

    private G openGateway(Map<String, String> others) {
        var provider = provider();
        var all = new HashMap<>(settings());
        all.putAll(others);
        var settings = Settings.of(all).withDefaults(provider.settings());
        return open(new GatewayContext(
                "contract", settings, Clock.fixed(NOW, ZoneOffset.UTC), heard, Optional.of(URI.create(HOOK))));
    }

    final SubmitResult submitNext(G gateway, String text) throws InterruptedException {
        return submit(gateway, nextAttempt(), text, VALIDITY);
    }

    final String nextAttempt() {
        return "%013d".formatted(attempts.incrementAndGet());
    }

    final List<String> secrets() {
        var given = Settings.of(settings());
        return provider().settings().stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> given.find(setting.name()).stream())
                .toList();
    }

    private static void idOf(SubmitResult result, List<String> ids) {
        if (result instanceof Accepted accepted) {
            accepted.providerMessageId().ifPresent(ids::add);
        }
    }
}
