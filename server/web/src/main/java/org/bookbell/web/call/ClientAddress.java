package org.bookbell.web.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address a request comes from: of a trusted proxy's word only what the proxy itself added. Proxies add to the end of
 * {@code X-Forwarded-For}, some as a line of their own, some with the port.
 */
@Dependent
public class ClientAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3})(?::\\d+)?");
    /** With a colon, so that no name is looked up. */
    private static final Pattern IPV6 = Pattern.compile("\\[?((?=[^:]*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*)(?:]|]:\\d+)?");

    private final Set<String> trusted;

    /** Payara injects no optional list, so the list is read from one text. */
    @Inject
    public ClientAddress(@ConfigProperty(name = "bookbell.trustedProxies", defaultValue = "none") String trusted) {
        this.trusted = Stream.of(trusted.strip().split("\\s*,\\s*", -1))
                .map(proxy -> literal(proxy).orElse(proxy))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The last address in {@code X-Forwarded-For} that is no trusted proxy's, if a trusted proxy sends the request. Where
     * there is no address, the proxy before it counts as the sender.
     */
    public String of(HttpServletRequest request) {
        var address = literal(request.getRemoteAddr()).orElse(request.getRemoteAddr());
        var hops = hops(request);
        for (var i = hops.size() - 1; i >= 0 && trusted.contains(address); i--) {
            var hop = literal(hops.get(i).strip());
            if (hop.isEmpty()) {
                return address;
            }
            address = hop.get();
        }
        return address;
    }

    private static List<String> hops(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .toList();
    }

    /** An address in the one spelling that Java gives it. */
    private static Optional<String> literal(String text) {
        return Stream.of(IPV4, IPV6)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(match -> parse(match.group(1)));
    }

    private static Optional<String> parse(String address) {
        try {
            return Optional.of(InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
