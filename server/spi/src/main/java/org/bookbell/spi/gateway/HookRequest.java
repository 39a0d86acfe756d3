package org.bookbell.spi.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One call of an account's web hook, as it came. Its text shows the method only.
 *
 * @param method {@code GET} or {@code POST}
 * @param path the path as it was sent, percent-encoded, with the token if the address held one
 * @param query what follows the question mark as it was sent; empty where there is none
 * @param headers all values by name, whose case does not count
 * @param body the bytes, at most {@value #MOST_BYTES}; not to be changed
 * @param url the whole address that the provider was given and called, with the query: the one that signatures are made
 *     over, whatever a proxy made of it
 */
@SuppressWarnings("ArrayRecordComponent")
public record HookRequest(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body, String url) {

    /** The longest body that reaches a gateway. */
    public static final int MOST_BYTES = 256 * 1024;

    public HookRequest {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(sorted);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The parameters of the query, decoded, in their order.
     *
     * @throws IllegalArgumentException if an escape in it is none
     */
    public Map<String, List<String>> queryParameters() {
        return parameters(query);
    }

    /**
     * The parameters of the body, decoded, in their order; none unless it is {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException if an escape in it is none
     */
    public Map<String, List<String>> formParameters() {
        var isForm = header("Content-Type")
                .filter(type -> type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33))
                .isPresent();
        return isForm ? parameters(text()) : Map.of();
    }

    /**
     * Decodes {@code name=value&name=value}.
     *
     * @throws IllegalArgumentException if an escape in it is none
     */
    public static Map<String, List<String>> parameters(String encoded) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                var name = decode(at < 0 ? pair : pair.substring(0, at));
                var value = at < 0 ? "" : decode(pair.substring(at + 1));
                parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HookRequest[" + method + "]";
    }
}
