package org.bookbell.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of one gateway's settings by name, secrets in clear; immutable and safe for threads. Its text shows names
 * only, so that it may stand in a log.
 */
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Settings with the given values; a name that no setting declares is kept and ignored. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * The same values, with the default of each of {@code settings} that has one and is absent or blank here. The server
     * opens gateways with such settings, so that a default is written once, where the setting is declared.
     */
    public Settings withDefaults(List<Setting> settings) {
        var all = new TreeMap<>(values);
        for (var setting : settings) {
            if (find(setting.name()).isEmpty() && !setting.defaultValue().isEmpty()) {
                all.put(setting.name(), setting.defaultValue());
            }
        }
        return new Settings(all);
    }

    /** The value of {@code name}, stripped, or empty if it is absent or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value of {@code name}; a missing one is a bug, since {@link Provider#validate} ran before. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("setting " + name + " has no value"));
    }

    /**
     * The value of {@code name} as a whole number, or {@code otherwise} where it is absent.
     *
     * @throws NumberFormatException if it is no whole number, which the check of a {@link Setting.Kind#NUMBER} rules out
     */
    public int getInt(String name, int otherwise) {
        return find(name).map(Integer::parseInt).orElse(otherwise);
    }

    /** Whether {@code name} is {@code true}; anything else, and absent, is false. */
    public boolean isOn(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** All values by name, as given: not stripped, secrets in clear. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return "Settings" + new TreeMap<>(values).keySet();
    }
}
