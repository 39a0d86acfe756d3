package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a message on good days of the provider and on bad ones. */
@Timeout(60)
class JsonPostTest {

    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_message_that_was_taken_has_the_providers_id() throws InterruptedException {
        assertThat(answerTo(FakeAnswer.json(201, "{\"id\": \"m1\"}"))).isEqualTo(SubmitResult.accepted("m1"));
        assertThat(provider.awaitRequest().header("Authorization")).contains("Bearer a-token-of-no-use");
    }

    @Test
    void a_refusal_has_a_reason_that_the_server_acts_on() throws InterruptedException {
        assertThat(reasonOf(FakeAnswer.json(400, "{\"error\": \"invalid_recipient\"}")))
                .isEqualTo(RefusalReason.INVALID_RECIPIENT);
        assertThat(reasonOf(FakeAnswer.json(400, "{\"error\": \"a word nobody knows\"}")))
                .isEqualTo(RefusalReason.OTHER);
        assertThat(reasonOf(FakeAnswer.status(401))).isEqualTo(RefusalReason.ACCOUNT);
        assertThat(reasonOf(FakeAnswer.status(503))).isEqualTo(RefusalReason.UNAVAILABLE);
    }

    @Test
    void who_asks_for_a_pause_gets_it() throws InterruptedException {
        var answer = answerTo(FakeAnswer.status(429).with("Retry-After", "30"));

        assertThat(answer).isEqualTo(SubmitResult.throttled(Duration.ofSeconds(30), "429", ""));
    }

    @Test
    void whatever_happens_after_the_request_was_written_is_unclear() throws InterruptedException {
        assertThat(answerTo(FakeAnswer.cut())).isInstanceOf(Unclear.class);
        assertThat(answerTo(FakeAnswer.hang())).isInstanceOf(Unclear.class);
        assertThat(answerTo(FakeAnswer.raw("HTTP/1.1 20").thenCut())).isInstanceOf(Unclear.class);
        assertThat(answerTo(FakeAnswer.text(200, "a page of the proxy"))).isInstanceOf(Unclear.class);
        assertThat(answerTo(FakeAnswer.status(502))).isInstanceOf(Unclear.class);
        assertThat(provider.requests()).hasSize(5);
    }

    @Test
    void where_nobody_listens_the_message_was_certainly_not_taken() throws InterruptedException {
        provider.close();

        assertThat(reasonOf(FakeAnswer.status(200))).isEqualTo(RefusalReason.UNAVAILABLE);
    }

    private RefusalReason reasonOf(FakeAnswer answer) throws InterruptedException {
        return Optional.of(answerTo(answer))
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .orElseThrow()
                .reason();
    }

    private SubmitResult answerTo(FakeAnswer answer) throws InterruptedException {
        provider.next(answer);
        var account =
                new Account(URI.create(provider.address("/messages")), "a-token-of-no-use", Duration.ofSeconds(2));
        return new JsonPost(account)
                .send(Json.createObjectBuilder().add("to", "x").build());
    }
}
