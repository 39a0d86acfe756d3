package org.bookbell.dispatch.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.message.MessageState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayableTest {

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, DELIVERED, 0, 1",
        "DELIVERED, UNDELIVERED DELIVERED, 0, 2",
        "DELIVERED, DELIVERED DELIVERED, 0, 1",
        "DELIVERED, DELIVERED DELIVERED, 2, 2",
        "DELIVERED, UNKNOWN DELIVERED, 1, 2",
        "DELIVERED, REFUSED ACCEPTED, 0, 2",
        "UNKNOWN, UNKNOWN, 0, 1",
        "UNKNOWN, UNKNOWN UNKNOWN, 0, 2",
        "UNKNOWN, UNKNOWN UNKNOWN, 1, 1",
        "UNKNOWN, UNKNOWN UNCLEAR, 0, 1",
        "UNKNOWN, REFUSED UNCLEAR, 0, 2",
        "UNKNOWN, REFUSED, 0, 0",
        "ACCEPTED, ACCEPTED, 0, 1",
        "UNDELIVERED, UNDELIVERED, 0, 0",
        "UNDELIVERED, UNKNOWN UNDELIVERED, 1, 0",
        "SUSPECT, UNKNOWN, 1, 0",
        "REFUSED, REFUSED, 0, 0",
        "SKIPPED, UNDELIVERED, 0, 0",
        "CANCELLED, UNDELIVERED, 0, 0"
    })
    void one_attempt_or_none_is_paid_for(MessageState state, String attempts, long charged, long payable) {
        var paid = Payable.of(state, attempts(attempts), Optional.of(charged).filter(id -> id > 0));

        assertThat(paid.map(SentAttempt::id).orElse(0L)).isEqualTo(payable);
    }

    private static List<SentAttempt> attempts(String states) {
        var all =
                Arrays.stream(states.split(" ", -1)).map(AttemptState::valueOf).toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> new SentAttempt(9, i + 1, i + 1, "main", all.get(i), Instant.EPOCH, 1, false))
                .toList();
    }
}
