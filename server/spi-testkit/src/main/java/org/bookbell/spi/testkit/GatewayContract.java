package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Forged;
import org.bookbell.spi.gateway.HookResult.Malformed;
import org.bookbell.spi.gateway.HookResult.Understood;
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

    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final AtomicInteger attempts = new AtomicInteger();
    private final Heard heard = new Heard();

    abstract G open(GatewayContext context);

    abstract SubmitResult submit(G gateway, String attemptId, String text) throws InterruptedException;

    /** Who gets the messages; no result may show it. */
    abstract String to();

    @Test
    void opening_waits_for_nobody_and_closing_ends_within_five_seconds() {
        var begun = System.nanoTime();
        var gateway = openGateway();
        var opened = System.nanoTime();
        gateway.close();
        var closed = System.nanoTime();

        assertThat(Duration.ofNanos(opened - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(closed - opened)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void a_submission_is_answered() throws InterruptedException {
        try (var gateway = openGateway()) {
            assertThat(submitNext(gateway, "Tomorrow at 9")).isNotNull();
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
            var said = gateway + " " + submitNext(gateway, "words-of-the-message") + " " + gateway.abilities();

            assertThat(said).doesNotContain(to(), "words-of-the-message");
            assertThat(secrets()).noneMatch(said::contains);
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

    /**
     * Calls that its provider would make of the web hook: receipts and replies, signed where it signs, each of which the
     * gateway understands; none where it has no web hook. The address to sign is {@link #HOOK}.
     */
    protected List<HookRequest> hookCalls() {
        return List.of();
    }

    @Test
    void its_providers_calls_are_understood_and_mean_the_same_when_they_come_again() {
        try (var gateway = openGateway()) {
            assertThat(hookCalls())
                    .allSatisfy(call -> assertThat(gateway.readHook(call))
                            .isInstanceOf(Understood.class)
                            .isEqualTo(gateway.readHook(call)));
        }
    }

    @Test
    void a_call_that_was_changed_on_its_way_is_forged_where_the_provider_signs() {
        try (var gateway = openGateway()) {
            var calls = gateway.abilities().contains(Ability.SIGNED_HOOK) ? hookCalls() : List.<HookRequest>of();

            assertThat(calls)
                    .allSatisfy(call -> assertThat(gateway.readHook(HookSamples.changed(call)))
                            .isInstanceOf(Forged.class));
        }
    }

    @ParameterizedTest
    @MethodSource("org.bookbell.spi.testkit.HookSamples#any")
    void any_call_of_its_web_hook_is_read_and_says_nothing_unsigned(HookRequest call) {
        try (var gateway = openGateway()) {
            var begun = System.nanoTime();
            var result = gateway.readHook(call);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(result).isNotNull();
            assertThat(gateway.abilities().contains(Ability.SIGNED_HOOK) && result instanceof Understood)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("org.bookbell.spi.testkit.HookSamples#any")
    void nothing_it_says_of_a_call_shows_the_call(HookRequest call) {
        try (var gateway = openGateway()) {
            assertThat(detail(gateway.readHook(call))).doesNotContain(HookSamples.PERSONAL);
            assertThat(secrets()).noneMatch(detail(gateway.readHook(call))::contains);
        }
    }

    @Test
    void only_who_reads_calls_says_that_they_are_signed() {
        try (var gateway = openGateway()) {
            var abilities = gateway.abilities();

            assertThat(abilities.contains(Ability.SIGNED_HOOK) && !abilities.contains(Ability.HOOK))
                    .isFalse();
            assertThat(abilities.contains(Ability.HOOK) || hookCalls().isEmpty())
                    .isTrue();
        }
    }

    private static String detail(HookResult result) {
        if (result instanceof Forged forged) {
            return forged.detail();
        }
        return result instanceof Malformed malformed ? malformed.detail() : "";
    }

    private G openGateway() {
        var provider = provider();
        var settings = Settings.of(settings()).withDefaults(provider.settings());
        return open(new GatewayContext(
                "contract", settings, Clock.fixed(NOW, ZoneOffset.UTC), heard, Optional.of(URI.create(HOOK))));
    }

    private SubmitResult submitNext(G gateway, String text) throws InterruptedException {
        return submit(gateway, "%013d".formatted(attempts.incrementAndGet()), text);
    }

    private List<String> secrets() {
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
