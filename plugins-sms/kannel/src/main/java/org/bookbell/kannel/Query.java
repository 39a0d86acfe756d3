package org.bookbell.kannel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a call, whose values are bytes: which characters those of a reply are, another parameter says. Of
 * parameters with one name the first counts.
 */
final class Query {

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

    private final Map<String, byte[]> values;

    private Query(Map<String, byte[]> values) {
        this.values = values;
    }

    /**
     * Reads {@code name=value&name=value}.
     *
     * @throws IllegalArgumentException if an escape in it is none
     */
    static Query of(String encoded) {
        var values = new HashMap<String, byte[]>();
        for (var pair : encoded.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.putIfAbsent(pair.substring(0, at), decode(pair.substring(at + 1)));
            }
        }
        return new Query(values);
    }

    /** The value of {@code name} as UTF-8, stripped; empty where there is none. */
    Optional<String> find(String name) {
        return find(name, StandardCharsets.UTF_8).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The value of {@code name} in a charset. */
    Optional<String> find(String name, Charset charset) {
        return Optional.ofNullable(values.get(name)).map(bytes -> new String(bytes, charset));
    }

    /** The value of {@code name} as seconds since 1970, as Kannel writes {@code %T}; empty where it is something else. */
    Optional<Instant> findTime(String name) {
        return find(name)
                .filter(SECONDS.asMatchPredicate())
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond);
    }

    private static byte[] decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var at = 0; at < encoded.length(); at++) {
            var character = encoded.charAt(at);
            if (character == '%') {
                bytes.write(16 * digit(encoded, at + 1) + digit(encoded, at + 2));
                at += 2;
            } else {
                bytes.write(character == '+' ? ' ' : character);
            }
        }
        return bytes.toByteArray();
    }

    private static int digit(String encoded, int at) {
        var digit = at < encoded.length() ? Character.digit(encoded.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("an escape is incomplete");
        }
        return digit;
    }
}
