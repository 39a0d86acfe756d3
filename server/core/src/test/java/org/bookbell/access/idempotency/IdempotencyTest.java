package org.bookbell.access.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static org.bookbell.problem.ProblemType.INVALID_REQUEST;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bookbell.access.AccessFixture;
import org.bookbell.access.AccessPurge;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private final AccessFixture access = new AccessFixture();
    private final AtomicInteger worked = new AtomicInteger();

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void the_same_request_takes_effect_once_and_gets_the_same_answer() {
        var first = send(request("key", "{}"));
        var second = send(request("key", "{}"));

        assertThat(second).isEqualTo(first).isEqualTo(new Answer(201, "{\"number\":1}"));
        assertThat(worked).hasValue(1);
    }

    @Test
    void a_key_belongs_to_one_caller_of_one_organization() {
        send(request("key", "{}"));

        send(IdempotentRequest.of(access.school, "member:1", "key", "POST /a", bytes("{}")));
        send(IdempotentRequest.of(access.practice, "member:2", "key", "POST /a", bytes("{}")));

        assertThat(worked).hasValue(3);
    }

    @Test
    void a_key_sent_with_another_request_is_refused() {
        send(request("key", "{}"));

        assertThatThrownBy(() -> send(request("key", "{\"other\":1}")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(IDEMPOTENCY_KEY_REUSED));
        assertThatThrownBy(() -> send(IdempotentRequest.of(access.practice, "member:1", "key", "POST /b", bytes("{}"))))
                .isInstanceOf(ProblemException.class);
        assertThat(worked).hasValue(1);
    }

    @Test
    void a_failure_leaves_no_key_behind() {
        assertThatThrownBy(() -> access.in(() -> access.idempotency.once(request("key", "{}"), () -> {
                    throw new IllegalStateException("no");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(send(request("key", "{}")).status()).isEqualTo(201);
    }

    @Test
    void of_racing_requests_one_takes_effect_and_all_get_its_answer() {
        var answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> send(request("key", "{}"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(8).containsOnly(answers.get(0));
        assertThat(access.in(() -> access.database.sql().count("SELECT COUNT(*) FROM idempotency")))
                .isEqualTo(1);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        send(request("key", "{}"));
        access.database.clock().advance(Duration.ofHours(24));

        access.in(() -> new AccessPurge(access.database.sql(), access.database.clock()).run());
        send(request("key", "{\"other\":1}"));

        assertThat(worked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "é", "line\nbreak"})
    void what_is_no_key_is_refused(String key) {
        assertThatThrownBy(() -> request(key, "{}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(INVALID_REQUEST));
    }

    private IdempotentRequest request(String key, String body) {
        return IdempotentRequest.of(access.practice, "member:1", key, "POST /a", bytes(body));
    }

    private Answer send(IdempotentRequest request) {
        return access.in(() -> access.idempotency.once(
                request, () -> new Answer(201, "{\"number\":" + worked.incrementAndGet() + "}")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
