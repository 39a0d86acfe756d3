package org.bookbell.credit.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.credit.window.NoChargeWindow;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final SentSms FIRST = new SentSms(1, "main", NOON, 3);
    private static final SentSms SECOND = new SentSms(2, "spare", NOON.plusSeconds(60), 2);
    private static final Bill RESERVED = new Bill(9, 7, 10, 20, 1, Optional.empty());
    private static final Bill CHARGED = new Bill(9, 7, 10, 0, 1, Optional.of(new Charge(1, "main", NOON, 30)));

    @Test
    void a_reservation_ends_and_the_attempt_is_charged() {
        var settlement = Settlement.of(RESERVED, Optional.of(FIRST), Set.of(), List.of());

        assertThat(lines(settlement)).containsExactly("RELEASE 20", "CHARGE -30");
        assertThat(settlement.bill()).isEqualTo(CHARGED);
    }

    @Test
    void nothing_to_pay_for_ends_the_reservation() {
        var settlement = Settlement.of(RESERVED, Optional.empty(), Set.of(), List.of());

        assertThat(lines(settlement)).containsExactly("RELEASE 20");
        assertThat(settlement.bill().isCovered()).isFalse();
    }

    @Test
    void the_same_verdict_again_changes_nothing() {
        assertThat(Settlement.of(CHARGED, Optional.of(FIRST), Set.of(), List.of())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void another_attempt_that_arrived_is_charged_in_place_of_the_first() {
        var settlement = Settlement.of(CHARGED, Optional.of(SECOND), Set.of(), List.of());

        assertThat(lines(settlement)).containsExactly("REFUND 30", "CHARGE -20");
    }

    @Test
    void what_was_refunded_is_never_charged_again() {
        var settlement = Settlement.of(RESERVED, Optional.of(FIRST), Set.of(1L), List.of());

        assertThat(lines(settlement)).containsExactly("RELEASE 20");
    }

    @Test
    void an_attempt_inside_a_window_is_free_for_good() {
        var settlement = Settlement.of(RESERVED, Optional.of(FIRST), Set.of(), List.of(window("main", NOON, 1)));

        assertThat(lines(settlement)).containsExactly("RELEASE 20", "REFUND 0");
    }

    @Test
    void a_window_that_was_opened_after_the_charge_gives_it_back() {
        var settlement = Settlement.of(CHARGED, Optional.of(FIRST), Set.of(), List.of(window("main", NOON, 1)));

        assertThat(lines(settlement)).containsExactly("REFUND 30");
        assertThat(settlement.bill().charge()).isEmpty();
    }

    @Test
    void a_window_covers_its_first_instant_and_not_its_last() {
        var ends = window("main", NOON.minusSeconds(10), 10);
        var other = window("spare", NOON, 10);

        assertThat(lines(Settlement.of(RESERVED, Optional.of(FIRST), Set.of(), List.of(ends, other))))
                .containsExactly("RELEASE 20", "CHARGE -30");
        assertThat(window("main", NOON, 1).covers(7, "main", NOON)).isTrue();
    }

    private static NoChargeWindow window(String gateway, Instant from, long seconds) {
        return new NoChargeWindow(
                5, 0, Optional.of(gateway), from, Optional.of(from.plusSeconds(seconds)), "outage", false, from);
    }

    private static List<String> lines(Settlement settlement) {
        return settlement.entries().stream()
                .map(entry -> entry.kind() + " " + entry.amount())
                .toList();
    }
}
