package org.bookbell.vonage.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.testkit.Heard;
import org.bookbell.vonage.hook.InboundMessage.Place;
import org.junit.jupiter.api.Test;

class LongRepliesTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Heard heard = new Heard();

    @Test
    void what_is_not_whole_after_a_while_is_passed_on_as_it_is() {
        try (var replies = new LongReplies(heard, SOON, "replies")) {
            replies.add(part("7", 1, 3, "one "));
            replies.add(part("7", 3, 3, "three"));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(String.join(
                                    "",
                                    heard.replies().stream().map(Reply::text).toList()))
                            .isEqualTo("one three"));
        }
    }

    @Test
    void what_could_not_be_stored_is_passed_on_again() {
        var tries = new AtomicInteger();
        var listener = new ReceiptListener() {
            @Override
            public void receive(Receipt receipt) {
                throw new IllegalStateException("no receipt is passed on");
            }

            @Override
            public void receiveReply(Reply reply) {
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("the database is away");
                }
                heard.receiveReply(reply);
            }
        };
        try (var replies = new LongReplies(listener, SOON, "replies")) {
            replies.add(part("7", 1, 2, "one"));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heard.replies()).hasSize(1));
        }
    }

    @Test
    void closing_passes_on_what_is_left_and_nothing_twice() {
        var replies = new LongReplies(heard, NEVER, "replies");
        replies.add(part("7", 1, 2, "whole, "));
        assertThat(replies.add(part("7", 2, 2, "and done"))).isPresent();
        replies.add(part("8", 2, 2, "half"));

        replies.close();
        replies.close();

        assertThat(heard.replies()).extracting(Reply::text).containsExactly("half");
    }

    @Test
    void a_part_that_comes_while_the_account_is_closed_is_a_reply_of_its_own() {
        var replies = new LongReplies(heard, NEVER, "replies");
        replies.close();

        assertThat(replies.add(part("7", 1, 2, "one"))).isPresent();
    }

    @Test
    void more_of_them_than_can_be_remembered_are_replies_of_their_own() {
        try (var replies = new LongReplies(heard, NEVER, "replies")) {
            for (int number = 0; number < 200; number++) {
                assertThat(replies.add(part("r" + number, 1, 2, "one"))).isEmpty();
            }

            assertThat(replies.add(part("another", 1, 2, "one"))).isPresent();
            assertThat(replies.add(part("r0", 2, 2, " two")).map(Reply::text)).contains("one two");
        }
    }

    private static InboundMessage part(String reference, int number, int total, String text) {
        return new InboundMessage(
                Optional.of(new Place("+12125550123", "12125550199", reference, total, number)),
                new Reply("+12125550123", Optional.empty(), text, Optional.empty(), Optional.empty(), text));
    }
}
