package org.bookbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2:ffff::1, 20010db800010002",
        "::ffff:192.0.2.7, 192.0.2.7",
        "not:an:address, not:an:address",
    })
    void addresses_of_one_customer_count_as_one(String address, String network) {
        assertThat(RemoteAddress.network(address)).isEqualTo(network);
    }
}
