package org.bookbell.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Forged;
import org.bookbell.spi.gateway.HookResult.Malformed;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@link Gateway#readHook} promises.
 *
 * @param <G> the kind of gateway
 */
abstract class HookContract<G extends Gateway> extends GatewayContract<G> {

    /**
     * Calls that its provider would make of the web hook: receipts and replies, signed where it signs, each of which the
     * gateway understands; none where it has no web hook. The address to sign is {@link #HOOK}. Of headers they have those
     * that prove who calls, and perhaps a Content-Type.
     */
    protected List<HookRequest> hookCalls() {
        return List.of();
    }

    /**
     * The calls by which its provider tells what became of a message that it accepted, in the order in which it makes them;
     * none where it does not call, or says so otherwise.
     */
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        return List.of();
    }

    @Test
    void a_receipt_that_comes_by_the_web_hook_names_its_message_and_no_other() throws InterruptedException {
        try (var gateway = openGateway()) {
            for (var message = 0; message < 3; message++) {
                var attempt = nextAttempt();
                var result = submit(gateway, attempt, "Tomorrow at 9", VALIDITY);

                assertThat(callsAbout(attempt, result))
                        .allSatisfy(call -> assertThat(receipts(gateway.readHook(call)))
                                .isNotEmpty()
                                .allMatch(receipt -> names(receipt, attempt, result)));
            }
        }
    }

    private List<HookRequest> callsAbout(String attempt, SubmitResult result) {
        return result instanceof Accepted accepted ? receiptCalls(attempt, accepted) : List.of();
    }

    private static List<Receipt> receipts(HookResult result) {
        return result instanceof Understood understood ? understood.receipts() : List.of();
    }

    private static boolean names(Receipt receipt, String attempt, SubmitResult result) {
        var id = result instanceof Accepted accepted ? accepted.providerMessageId() : Optional.<String>empty();
        return receipt.attemptId()
                .map(attempt::equals)
                .orElseGet(() -> id.isPresent() && id.equals(receipt.providerMessageId()));
    }

    @Test
    void its_providers_calls_mean_the_same_in_whatever_order_they_come() throws InterruptedException {
        var calls = new ArrayList<>(hookCalls());
        try (var gateway = openGateway()) {
            for (var message = 0; message < 3; message++) {
                var attempt = nextAttempt();
                calls.addAll(callsAbout(attempt, submit(gateway, attempt, "Tomorrow at 9", VALIDITY)));
            }
            var inOrder = calls.stream().map(gateway::readHook).toList();
            var backwards = new ArrayList<HookResult>();
            for (var last = calls.size() - 1; last >= 0; last--) {
                backwards.add(0, gateway.readHook(calls.get(last)));
            }

            assertThat(backwards).isEqualTo(inOrder);
        }
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

    @Test
    void a_call_without_its_signature_is_forged_where_the_provider_signs() {
        try (var gateway = openGateway()) {
            var calls = gateway.abilities().contains(Ability.SIGNED_HOOK) ? hookCalls() : List.<HookRequest>of();

            assertThat(calls.stream().flatMap(HookSamples::without))
                    .allSatisfy(call -> assertThat(gateway.readHook(call)).isInstanceOf(Forged.class));
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
}
