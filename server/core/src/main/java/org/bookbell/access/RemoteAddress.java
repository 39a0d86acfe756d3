package org.bookbell.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from. */
public final class RemoteAddress {

    private static final int NETWORK_BYTES = 8;

    private RemoteAddress() {}

    /** What one customer of a network has: an IPv4 address, or the /64 of an IPv6 address. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // with a colon it is a literal, so that no name is looked up
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
