package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.bookbell.spi.Settings;

/**
 * Settings that come with the plugin, a file for each gateway: they stand where an operator left a setting empty, or chose
 * {@value #USUAL}.
 */
final class Presets {

    static final String SETTING = "preset";

    /** The choice that leaves a setting to the preset. */
    static final String USUAL = "default";

    private static final String NONE = "none";

    /** The names in the order of the form; the first sets nothing. */
    static final List<String> NAMES = List.of(NONE, "messagebird", "plivo");

    private static final Map<String, Map<String, String>> VALUES =
            NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, Presets::load));

    private Presets() {}

    /** {@code given} with what its preset sets; without values that are blank or left to it. */
    static Settings fill(Settings given) {
        var values = new HashMap<>(of(given.find(SETTING).orElse(NONE)));
        given.asMap()
                .keySet()
                .forEach(name -> given.find(name)
                        .filter(value -> !value.equals(USUAL))
                        .ifPresent(value -> values.put(name, value)));
        return Settings.of(values);
    }

    /** What a preset sets; nothing for a name that is none. */
    static Map<String, String> of(String name) {
        return VALUES.getOrDefault(name, Map.of());
    }

    private static Map<String, String> load(String name) {
        if (name.equals(NONE)) {
            return Map.of();
        }
        try (var file = Presets.class.getResourceAsStream("presets/" + name + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("preset " + name + " is missing in the jar");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(file, UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
