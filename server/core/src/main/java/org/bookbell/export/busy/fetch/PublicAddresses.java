package org.bookbell.export.busy.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which IP addresses are everybody's: those that IANA's registries of special-purpose addresses (RFC 6890 and its updates)
 * do not set apart. Of IPv6 that is what was given out of 2000::/3, without what carries an IPv4 address inside.
 */
final class PublicAddresses {

    private static final List<Range> SPECIAL_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final List<Range> GIVEN_IPV6 = ranges("2000::/3");
    private static final List<Range> SPECIAL_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "3ffe::/16", "5f00::/16");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        // an IPv4 address written as one of IPv6 has four bytes already
        var bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? SPECIAL_IPV4.stream().noneMatch(range -> range.has(bytes))
                : GIVEN_IPV6.stream().anyMatch(range -> range.has(bytes))
                        && SPECIAL_IPV6.stream().noneMatch(range -> range.has(bytes));
    }

    private record Range(BigInteger prefix, int free) {

        boolean has(byte[] address) {
            return new BigInteger(1, address).shiftRight(free).equals(prefix);
        }
    }

    private static List<Range> ranges(String... texts) {
        return Stream.of(texts).map(PublicAddresses::range).toList();
    }

    private static Range range(String text) {
        var parts = text.split("/", 2);
        try {
            // literals: nobody is asked
            var bytes = InetAddress.getByName(parts[0]).getAddress();
            var free = bytes.length * Byte.SIZE - Integer.parseInt(parts[1]);
            return new Range(new BigInteger(1, bytes).shiftRight(free), free);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(text + " is no range", impossible);
        }
    }
}
