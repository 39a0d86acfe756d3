package org.bookbell.credit.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

    @ParameterizedTest
    @CsvSource({"+4915112345678, 75", "+493012345678, 60", "+43123456, 90", "+12125550123, 90", "'', 90"})
    void the_longest_prefix_that_fits_decides(String number, long price) {
        var prices = PriceList.of(List.of(
                new SmsPrice("", 90), new SmsPrice("+49", 60), new SmsPrice("+4915", 75), new SmsPrice("+491512", 75)));

        assertThat(prices.priceOf(number)).isEqualTo(price);
    }

    @Test
    void without_a_price_that_fits_a_segment_is_free() {
        assertThat(PriceList.of(List.of(new SmsPrice("+49", 60))).priceOf("+12125550123"))
                .isZero();
        assertThat(PriceList.of(List.of()).isFree()).isTrue();
    }
}
