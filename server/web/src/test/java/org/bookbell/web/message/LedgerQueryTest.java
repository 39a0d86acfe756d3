package org.bookbell.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.LedgerFilter;
import org.junit.jupiter.api.Test;

class LedgerQueryTest {

    @Test
    void the_next_page_asks_for_what_the_first_one_asked_for() {
        var filter = LedgerFilter.ALL
                .in(MessageState.PLANNED, MessageState.DELIVERED)
                .ofClient(1)
                .over(Channel.SMS);

        var query = new LedgerQuery(filter, Optional.empty(), 200);

        assertThat(query.repeated())
                .contains("state=PLANNED", "state=DELIVERED", "client=0000000000001", "channel=SMS", "limit=200");
    }

    @Test
    void who_asks_for_everything_needs_no_query() {
        var usual = 50;

        assertThat(new LedgerQuery(LedgerFilter.ALL, Optional.empty(), usual).repeated())
                .isEmpty();
    }
}
