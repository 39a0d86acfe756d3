package org.bookbell.smpp.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.Receipt.State;
import org.junit.jupiter.api.Test;

class SentMessagesTest {

    private static StatusReport of(String id) {
        return new StatusReport(Optional.empty(), Optional.of(id), State.DELIVERED, Optional.empty(), "");
    }

    @Test
    void the_oldest_are_forgotten_when_there_are_too_many() {
        var sent = new SentMessages(MessageIds.of("auto"));
        IntStream.rangeClosed(1, 50_001)
                .forEach(number -> sent.took(sent.begin("attempt", 1), 1, Integer.toString(1_000_000 + number)));

        assertThat(sent.find(of("1000001"))).isEmpty();
        assertThat(sent.find(of("1000002"))).isPresent();
        assertThat(sent.find(of("1050001"))).isPresent();
    }

    @Test
    void a_single_message_is_not_remembered_where_its_id_says_enough() {
        var sent = new SentMessages(MessageIds.of("same"));

        assertThat(sent.took(sent.begin("attempt", 1), 1, "A1")).isEqualTo("A1");
        assertThat(sent.find(of("A1"))).isEmpty();
    }

    @Test
    void only_long_messages_that_are_on_their_way_count() {
        var sent = new SentMessages(MessageIds.of("same"));
        var longOne = sent.begin("attempt", 2);
        sent.begin("other", 1);
        assertThat(sent.isSendingLongOnes()).isTrue();

        sent.end(longOne);

        assertThat(sent.isSendingLongOnes()).isFalse();
    }
}
