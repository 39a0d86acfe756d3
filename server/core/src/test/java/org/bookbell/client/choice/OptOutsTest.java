package org.bookbell.client.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.client.Channel.EMAIL;
import static org.bookbell.client.Channel.SMS;
import static org.bookbell.client.ClientFixture.DESK;
import static org.bookbell.client.choice.OptOuts.EVERY_ORGANIZATION;

import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.client.ClientFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptOutsTest {

    private static final String MOBILE = "+447700900123";
    private static final String MAIL = "anna@example.org";

    private final ClientFixture people = new ClientFixture();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void an_opt_out_holds_for_the_organization_that_was_told() {
        add(people.practice, EMAIL, "Anna@Example.org");

        assertThat(isOptedOut(people.practice, EMAIL, MAIL)).isTrue();
        assertThat(isOptedOut(people.school, EMAIL, MAIL)).isFalse();
        assertThat(isOptedOut(people.practice, SMS, MAIL)).isFalse();
    }

    @Test
    void stop_to_a_shared_sender_holds_for_every_organization() {
        add(EVERY_ORGANIZATION, SMS, MOBILE);

        assertThat(isOptedOut(people.practice, SMS, MOBILE)).isTrue();
        assertThat(isOptedOut(people.school, SMS, MOBILE)).isTrue();
    }

    @Test
    void an_organization_cannot_lift_what_holds_for_every_organization() {
        add(EVERY_ORGANIZATION, SMS, MOBILE);
        add(people.practice, SMS, MOBILE);

        people.in(() -> people.optOuts.remove(DESK, people.practice, SMS, MOBILE));

        assertThat(isOptedOut(people.practice, SMS, MOBILE)).isTrue();
        people.in(() -> people.optOuts.remove(DESK, EVERY_ORGANIZATION, SMS, MOBILE));
        assertThat(isOptedOut(people.practice, SMS, MOBILE)).isFalse();
    }

    @Test
    void saying_it_twice_changes_nothing() {
        add(people.practice, SMS, MOBILE);
        add(people.practice, SMS, MOBILE);

        assertThat(people.in(() -> people.database.sql().count("SELECT COUNT(*) FROM opt_out")))
                .isEqualTo(1);
        assertThat(people.in(
                        () -> people.database.sql().count("SELECT COUNT(*) FROM audit WHERE action = 'optOut.added'")))
                .isEqualTo(1);
    }

    @Test
    void many_addresses_are_asked_about_at_once() {
        add(people.practice, SMS, MOBILE);
        add(EVERY_ORGANIZATION, SMS, "+447700900124");
        add(people.school, SMS, "+447700900125");
        var addresses = List.of(MOBILE, "+447700900124", "+447700900125", "+447700900126");

        assertThat(people.in(() -> people.optOuts.optedOutAmong(SMS, addresses, people.practice)))
                .containsExactlyInAnyOrder(MOBILE, "+447700900124");
        assertThat(people.in(() -> people.optOuts.optedOutAmong(SMS, List.of(), people.practice)))
                .isEmpty();
    }

    private void add(long organizationId, Channel channel, String address) {
        people.in(() -> people.optOuts.add(DESK, organizationId, channel, address, OptOutSource.REPLY));
    }

    private boolean isOptedOut(long organizationId, Channel channel, String address) {
        return people.in(() -> people.optOuts.isOptedOut(channel, address, organizationId));
    }
}
