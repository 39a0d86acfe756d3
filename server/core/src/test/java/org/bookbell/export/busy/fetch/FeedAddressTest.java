package org.bookbell.export.busy.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://calendar.example.org/a.ics, https://calendar.example.org/a.ics",
        "webcal://calendar.example.org/a.ics?b=c, https://calendar.example.org/a.ics?b=c",
        "WEBCALS://Calendar.Example.ORG, https://calendar.example.org/",
        "https://bücher.example/a.ics#part, https://xn--bcher-kva.example/a.ics",
        "' https://[2001:db8::1]:8443/x ', https://[2001:db8::1]:8443/x",
    })
    void what_people_enter_is_understood(String entered, String address) {
        assertThat(FeedAddress.parse(entered).orElseThrow().secret()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "calendar.example.org",
                "ftp://calendar.example.org/",
                "file:///etc/passwd",
                "https://user:password@calendar.example.org/",
                "https://",
                "https://a b/",
                "https://calendar.example.org:99999/",
                "https:/calendar.example.org/",
                "https://127.1/",
                "https://calendar.example.org/a\r\nX: y"
            })
    void where_no_calendar_can_be_is_no_address(String entered) {
        assertThat(FeedAddress.parse(entered)).isEmpty();
    }

    @Test
    void its_text_shows_the_host_and_no_secret() {
        var address = FeedAddress.parse("https://calendar.example.org/private-4711/basic.ics?key=4712")
                .orElseThrow();

        assertThat(address).hasToString("https://calendar.example.org/…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "192.0.1.1", "223.255.255.255", "2606:4700::1"})
    void public_addresses_are_everybodys(String address) throws UnknownHostException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.2.3",
                "10.255.255.255",
                "100.127.255.255",
                "127.255.0.1",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.19.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.251",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void special_addresses_are_not(String address) throws UnknownHostException {
        assertThat(PublicAddresses.has(InetAddress.getByName(address))).isFalse();
    }
}
