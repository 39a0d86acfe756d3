package org.bookbell.clickatell.hook;

import java.nio.charset.Charset;
import java.util.Optional;

/** One report or reply within a call: its values by name, whose case does not count. */
interface Item {

    /** A value as UTF-8, stripped; empty where there is none. */
    Optional<String> find(String name);

    /** A value as it came, in a charset where it came as bytes. */
    Optional<String> text(String name, Charset charset);

    /** The first of some names that has a value. */
    default Optional<String> findAny(String... names) {
        for (var name : names) {
            var value = find(name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
