package org.bookbell.clickatell.hook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a query or a form, whose values are bytes: another parameter says which characters a reply's are. */
final class Parameters implements Item {

    private final Map<String, byte[]> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Reads {@code name=value&name=value}; of parameters with one name the first counts.
     *
     * @throws IllegalArgumentException if an escape in it is none
     */
    Parameters(String encoded) {
        for (var pair : encoded.split("&", -1)) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.putIfAbsent(pair.substring(0, at), decode(pair.substring(at + 1)));
            }
        }
    }

    @Override
    public Optional<String> find(String name) {
        return text(name, StandardCharsets.UTF_8).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> text(String name, Charset charset) {
        return Optional.ofNullable(values.get(name)).map(bytes -> new String(bytes, charset));
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
