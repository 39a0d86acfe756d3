package org.bookbell.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The values of all settings, resolved; its text shows names only, since some values are secret. */
record Settings(Map<String, String> values) {

    Settings {
        values = Map.copyOf(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("setting " + name + " has no value"));
    }

    int getInt(String name) {
        return Integer.parseInt(get(name));
    }

    boolean isOn(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    Settings with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "Settings" + new TreeMap<>(values).keySet();
    }
}
