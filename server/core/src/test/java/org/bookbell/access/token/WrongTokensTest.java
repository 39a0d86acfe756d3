package org.bookbell.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.problem.ProblemType.TOO_MANY_REQUESTS;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bookbell.access.AccessFixture;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WrongTokensTest {

    private final AccessFixture access = new AccessFixture();
    private final WrongTokens wrong =
            new WrongTokens(access.database.sql(), access.database.ids(), access.database.clock());

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void a_hundred_thousand_from_one_network_cost_no_more_rows_than_the_first_few() {
        var refused = access.in(() -> IntStream.range(0, 100_000)
                .filter(number -> isRefused("2001:db8:1:1::" + Integer.toHexString(number % 60_000)))
                .count());

        assertThat(refused).isEqualTo(100_000 - WrongTokens.MOST);
        assertThat(access.in(() -> access.database.sql().count("SELECT COUNT(*) FROM sign_in_failure")))
                .isEqualTo(WrongTokens.MOST);
    }

    @Test
    void another_network_and_a_quarter_of_an_hour_later_begin_anew() {
        access.in(() -> IntStream.range(0, WrongTokens.MOST).forEach(number -> wrong.count("192.0.2.1")));

        assertThat(refusal("192.0.2.1").type()).isEqualTo(TOO_MANY_REQUESTS);
        assertThat(refusal("192.0.2.1").retryAfter()).contains(900L);
        assertThat(access.in(() -> isRefused("192.0.2.2"))).isFalse();

        access.database.clock().advance(Duration.ofMinutes(15));
        assertThat(access.in(() -> isRefused("192.0.2.1"))).isFalse();
    }

    private ProblemException refusal(String address) {
        return catchThrowableOfType(ProblemException.class, () -> access.in(() -> wrong.count(address)));
    }

    private boolean isRefused(String address) {
        return catchThrowableOfType(ProblemException.class, () -> wrong.count(address)) != null;
    }
}
