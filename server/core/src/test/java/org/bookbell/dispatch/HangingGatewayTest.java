package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.UNCLEAR;
import static org.bookbell.spi.gateway.SubmitResult.accepted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that never answers must hold up nobody else's messages. */
class HangingGatewayTest {

    private static final long OTHER_ORGANIZATION = 8;

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        house.close();
    }

    @Test
    void the_messages_of_another_gateway_go_out() {
        var hanging = house.gatewayOf(DispatchHouse.ORGANIZATION, "hanging");
        var working = house.gatewayOf(OTHER_ORGANIZATION, "working");
        hanging.answers(sms -> {
            over.await();
            return accepted("p");
        });
        var messages = new ArrayList<Long>();
        for (int i = 0; i < 150; i++) {
            messages.add(house.aMessage().planned());
            house.aMessage().of(OTHER_ORGANIZATION).planned();
        }

        house.dispatcher().send(house.dispatcher().listDue());
        var idle = house.dispatcher().awaitIdle(Duration.ofMinutes(2));

        assertThat(idle).isTrue();
        assertThat(working.submissions()).hasSize(150);
        assertThat(hanging.submissions().size())
                .as("spared after some failures")
                .isLessThan(2 * GatewayCalls.PLACES);
        assertThat(messages).extracting(house::state).doesNotContain(ACCEPTED).contains(UNCLEAR);
    }

    @Test
    void its_own_messages_go_through_the_next_gateway() {
        var hanging = house.gateway("hanging", 1);
        var working = house.gateway("working", 2);
        hanging.answers(sms -> {
            over.await();
            return accepted("p");
        });
        for (int i = 0; i < 60; i++) {
            house.aMessage().planned();
        }

        house.drain();

        assertThat(working.submissions().size() + hanging.submissions().size()).isEqualTo(60);
        assertThat(hanging.submissions().size()).isLessThan(2 * GatewayCalls.PLACES);
    }
}
