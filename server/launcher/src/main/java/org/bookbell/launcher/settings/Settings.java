package org.bookbell.launcher.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The values of all settings, resolved; its text shows names only, since some values are secret. */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("setting " + name + " has no value"));
    }

    public int getInt(String name) {
        return Integer.parseInt(get(name));
    }

    public boolean isOn(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    public Settings with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    public Settings without(String name) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(name);
        return new Settings(changed);
    }

    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "Settings" + new TreeMap<>(values).keySet();
    }
}
