package org.bookbell.smpp.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bookbell.spi.gateway.Receipt.State;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static StatusReport written(String id) {
        return new StatusReport(Optional.empty(), Optional.of(id), State.DELIVERED, Optional.empty(), "");
    }

    private static StatusReport both(String named, String written) {
        return new StatusReport(Optional.of(named), Optional.of(written), State.DELIVERED, Optional.empty(), "");
    }

    @Test
    void the_same_id_comes_before_any_other_meaning() {
        assertThat(MessageIds.of("auto").candidates(written("16"))).containsExactly("16", "10", "22");
    }

    @Test
    void the_tlv_comes_before_the_text() {
        assertThat(MessageIds.of("auto").candidates(both("10173e26", "269958694")))
                .startsWith("10173e26");
    }

    @Test
    void what_fitted_most_often_comes_first_and_is_guessed() {
        var ids = MessageIds.of("auto");
        ids.note(written("269958694"), "10173e26");

        assertThat(ids.candidates(written("26")).get(0)).isEqualTo("1a");
        assertThat(ids.guess(written("26"))).isEqualTo("1a");
    }

    @Test
    void what_has_the_same_meaning_in_each_base_teaches_nothing() {
        var ids = MessageIds.of("auto");
        ids.note(written("7"), "7");

        assertThat(ids.guess(written("26"))).isEqualTo("26");
    }

    @Test
    void a_tlv_that_fits_shows_how_the_text_is_spelt() {
        var ids = MessageIds.of("auto");
        ids.note(both("10173e26", "269958694"), "10173e26");

        assertThat(ids.guess(written("26"))).isEqualTo("1a");
    }

    @Test
    void a_chosen_spelling_is_the_only_one() {
        assertThat(MessageIds.of("hexThenDecimal").candidates(written("16"))).containsExactly("10");
        assertThat(MessageIds.of("decimalThenHex").candidates(written("0016"))).containsExactly("22");
        assertThat(MessageIds.of("same").candidates(written("0016"))).containsExactly("0016");
    }

    @Test
    void an_id_that_is_no_number_stays_as_it_is() {
        var id = "3F2504E0-4F89-11D3-9A0C-0305E82C3301";

        assertThat(MessageIds.of("auto").told(id)).isEqualTo(id);
        assertThat(MessageIds.of("hexThenDecimal").guess(written(id))).isEqualTo(id);
    }
}
