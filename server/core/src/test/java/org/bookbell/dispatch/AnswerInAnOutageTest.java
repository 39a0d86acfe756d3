package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database goes away between a submission and its answer; what can be done without it is done. */
class AnswerInAnOutageTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_a_gateway_took_is_kept_though_the_gateways_cannot_be_read() {
        var main = house.gateway("main", 1);
        house.gateway("second", 2);
        main.answers(sms -> {
            house.update("ALTER TABLE gateway RENAME TO gateway_away");
            house.plugins().open().refresh();
            return SubmitResult.accepted("p-" + sms.attemptId());
        });
        var message = house.aMessage().planned();

        house.run(house.claims().claim(List.of(message)));
        house.update("ALTER TABLE gateway_away RENAME TO gateway");

        assertThat(house.state(message)).isEqualTo(MessageState.ACCEPTED);
        assertThat(house.attempts(message)).containsExactly("main ACCEPTED");
    }
}
