package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientSearchTest {

    private final ClientFixture people = new ClientFixture();

    @BeforeEach
    void register() {
        people.register("Johanna Field", null, "07700 900001");
        people.register("Ana María López", "ana@example.org", "07700 900002");
        people.register("Anna Bell", null, "07700 900003");
        people.register("100 % Organic", null, null);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void names_that_begin_with_the_question_come_first() {
        assertThat(people.in(() -> people.clients.search(people.practice, "anna", 10)))
                .extracting(Client::name)
                .containsExactly("Anna Bell", "Johanna Field");
    }

    @Test
    void parts_of_a_name_may_come_in_any_order_without_accents() {
        assertThat(people.in(() -> people.clients.search(people.practice, "lopez maria", 10)))
                .extracting(Client::name)
                .containsExactly("Ana María López");
    }

    @Test
    void digits_of_a_phone_find_its_owner() {
        assertThat(people.in(() -> people.clients.search(people.practice, "0770 090 0003", 10)))
                .extracting(Client::name)
                .containsExactly("Anna Bell");
    }

    @Test
    void signs_with_a_meaning_in_sql_mean_themselves() {
        assertThat(people.in(() -> people.clients.search(people.practice, "%", 10)))
                .extracting(Client::name)
                .containsExactly("100 % Organic");
        assertThat(people.in(() -> people.clients.search(people.practice, "_", 10)))
                .isEmpty();
        assertThat(people.in(() -> people.clients.search(people.practice, "!", 10)))
                .isEmpty();
        assertThat(people.in(() -> people.clients.search(people.practice, "' OR 1=1 --", 10)))
                .isEmpty();
    }

    @Test
    void no_question_lists_by_name_and_no_more_than_asked() {
        assertThat(people.in(() -> people.clients.search(people.practice, " ", 2)))
                .extracting(Client::name)
                .containsExactly("100 % Organic", "Ana María López");
    }

    @Test
    void pages_continue_after_the_last_id() {
        var first = people.in(() -> people.clients.list(people.practice, 0, 3));

        var second = people.in(
                () -> people.clients.list(people.practice, first.get(2).id(), 3));

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(1);
    }

    @Test
    void one_of_ten_thousand_is_found_while_the_caller_spells_the_name() {
        registerTenThousand();
        people.in(() -> people.clients.search(people.practice, "client", 20));

        var before = System.nanoTime();
        var found = people.in(() -> people.clients.search(people.practice, "client 9999", 20));
        var taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(found).extracting(Client::name).containsExactly("Client 9999");
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
    }

    private void registerTenThousand() {
        var digit =
                "(SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL"
                        + " SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        var number = "(SELECT 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS x FROM " + digit + " a CROSS JOIN " + digit
                + " b CROSS JOIN " + digit + " c CROSS JOIN " + digit + " d)";
        people.in(() -> people.database
                .sql()
                .update(
                        "INSERT INTO client (id, organization_id, name, locale, zone, search_text, created_at, version)"
                                + " SELECT x, ?, CONCAT('Client ', x), 'en', 'UTC', CONCAT(' 4477', x, ' client ', x),"
                                + " ?, 1 FROM " + number + " numbers",
                        people.practice,
                        Instant.EPOCH));
    }
}
