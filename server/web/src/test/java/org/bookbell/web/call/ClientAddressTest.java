package org.bookbell.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final String NEAR = "10.0.0.1";
    private static final String FAR = "10.0.0.2";

    @Test
    void a_proxy_named_twice_keeps_nobody_from_starting() {
        assertThatCode(() -> new ClientAddress("127.0.0.1, 127.0.0.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} which said \"{1}\" is {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
        # sender              | X-Forwarded-For; lines parted by ;                  | client
        192.0.2.7,              "",                                                   192.0.2.7
        192.0.2.7,              "198.51.100.1",                                       192.0.2.7
        192.0.2.7,              "10.0.0.1",                                           192.0.2.7
        10.0.0.1,               "",                                                   10.0.0.1
        10.0.0.1,               "198.51.100.1",                                       198.51.100.1
        10.0.0.1,               " 198.51.100.1 ",                                     198.51.100.1
        10.0.0.1,               "203.0.113.5, 198.51.100.1",                          198.51.100.1
        10.0.0.1,               "203.0.113.5, 198.51.100.1, 10.0.0.2",                198.51.100.1
        10.0.0.1,               "10.0.0.2, 198.51.100.1",                             198.51.100.1
        10.0.0.1,               "10.0.0.2, 10.0.0.1",                                 10.0.0.2
        10.0.0.1,               "203.0.113.5;198.51.100.1",                           198.51.100.1
        10.0.0.1,               "203.0.113.5;198.51.100.1, 10.0.0.2",                 198.51.100.1
        10.0.0.1,               "198.51.100.1:4711",                                  198.51.100.1
        10.0.0.1,               "2001:db8::1",                                        2001:db8:0:0:0:0:0:1
        10.0.0.1,               "2001:DB8:0::1",                                      2001:db8:0:0:0:0:0:1
        10.0.0.1,               "[2001:db8::1]",                                      2001:db8:0:0:0:0:0:1
        10.0.0.1,               "[2001:db8::1]:4711",                                 2001:db8:0:0:0:0:0:1
        10.0.0.1,               "::ffff:198.51.100.1",                                198.51.100.1
        10.0.0.1,               "2001:db8::1, fd00::a",                               2001:db8:0:0:0:0:0:1
        fd00:0:0:0:0:0:0:a,     "198.51.100.1, 10.0.0.2",                             198.51.100.1
        0:0:0:0:0:0:0:1,        "198.51.100.1",                                       0:0:0:0:0:0:0:1
        10.0.0.1,               "unknown",                                            10.0.0.1
        10.0.0.1,               "198.51.100.1, _hidden, 10.0.0.2",                    10.0.0.2
        10.0.0.1,               "198.51.100.1,",                                      10.0.0.1
        10.0.0.1,               "999.1.1.1",                                          10.0.0.1
        10.0.0.1,               "1.2.3",                                              10.0.0.1
        10.0.0.1,               "::1::2",                                             10.0.0.1
        10.0.0.1,               ".:",                                                 10.0.0.1
        10.0.0.1,               "<script>, localhost",                                10.0.0.1
        """)
    void of_what_is_forwarded_only_what_trusted_proxies_added_is_believed(
            String sender, String forwarded, String client) {
        var trusting = new ClientAddress(NEAR + ", " + FAR + ",fd00::a");
        var lines = Stream.of(forwarded.split(";")).filter(line -> !line.isEmpty());

        assertThat(trusting.of(request(sender, lines.toList()))).isEqualTo(client);
    }

    @Test
    void nobody_is_believed_where_no_proxy_is_named() {
        var trusting = new ClientAddress("none");

        assertThat(trusting.of(request("127.0.0.1", List.of("198.51.100.1")))).isEqualTo("127.0.0.1");
    }

    private static HttpServletRequest request(String sender, List<String> forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> sender;
                    case "getHeaders" -> Collections.enumeration(forwarded);
                    default -> throw new IllegalStateException(method.getName());
                });
    }
}
