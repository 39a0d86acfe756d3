package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receipts of long texts, whose parts name the attempt only where no answer named the message. */
@Timeout(180)
class UnansweredTest {

    private static final String LONG = "a".repeat(200);

    private final FakeHttpProvider vonage = FakeVonage.start();
    private final SmsGateway gateway = Accounts.open(vonage.address(""), Map.of());

    @AfterEach
    void stop() {
        gateway.close();
        vonage.close();
    }

    @Test
    void where_no_answer_came_any_part_that_arrived_is_the_proof() throws InterruptedException {
        vonage.next(FakeAnswer.cut());

        assertThat(gateway.submit(Accounts.anSms(LONG))).isInstanceOf(SubmitResult.Unclear.class);
        assertThat(attemptOf("delivered")).contains(Accounts.ATTEMPT);
    }

    @Test
    void an_answer_of_something_on_the_way_is_none() throws InterruptedException {
        vonage.next(FakeAnswer.status(502));

        assertThat(gateway.submit(Accounts.anSms(LONG))).isInstanceOf(SubmitResult.Unclear.class);
        assertThat(attemptOf("accepted")).contains(Accounts.ATTEMPT);
    }

    @Test
    void where_an_answer_names_the_message_a_part_speaks_for_itself() throws InterruptedException {
        assertThat(gateway.submit(Accounts.anSms(LONG))).isInstanceOf(SubmitResult.Accepted.class);
        assertThat(attemptOf("delivered")).isEmpty();
    }

    @Test
    void where_some_parts_were_refused_those_that_arrive_prove_nothing() throws InterruptedException {
        vonage.next(FakeVonage.parts("0", "9"));

        assertThat(gateway.submit(Accounts.anSms(LONG))).isInstanceOf(SubmitResult.Unclear.class);
        assertThat(attemptOf("delivered")).isEmpty();
    }

    private Optional<String> attemptOf(String status) {
        var call = Accounts.get("messageId=0B01&status=" + status + "&client-ref=" + Accounts.ATTEMPT + "-2");
        assertThat(gateway.readHook(call)).isInstanceOf(Understood.class);
        return ((Understood) gateway.readHook(call))
                .receipts().stream().findFirst().flatMap(Receipt::attemptId);
    }
}
