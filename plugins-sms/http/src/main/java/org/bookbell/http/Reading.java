package org.bookbell.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** Reads settings, their preset filled in, and gathers all that is wrong with them; a setting has one fault at most. */
final class Reading {

    private final List<Setting> declared;
    private final Settings settings;
    private final List<SettingFault> faults;

    /**
     * Begins.
     *
     * @param known faults of single settings, whose values are read as absent
     */
    Reading(List<Setting> declared, Settings given, List<SettingFault> known) {
        this.declared = declared;
        this.settings = Presets.fill(given);
        this.faults = new ArrayList<>(known);
    }

    /** The value of a setting, unless it is known to be wrong. */
    Optional<String> find(String name) {
        return isWrong(name) ? Optional.empty() : settings.find(name);
    }

    /** The value of a setting as {@code parser} reads it; what it cannot read is a fault. */
    <T> Optional<T> read(String name, Function<String, T> parser) {
        try {
            return find(name).map(parser);
        } catch (WrongRule wrong) {
            fault(name, wrong.rest());
            return Optional.empty();
        }
    }

    /** A whole number within limits, or {@code otherwise}. */
    int number(String name, int otherwise, int least, int most) {
        return read(name, text -> {
                    var number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new WrongRule("is out of range; enter a number from " + least + " to " + most + ".");
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    boolean isOn(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Whether there is a value, right or wrong. */
    boolean isSet(String name) {
        return settings.find(name).isPresent();
    }

    /** Adds a fault, unless the setting has one. */
    void fault(String name, String rest) {
        if (!isWrong(name)) {
            faults.add(new SettingFault(name, label(name) + " " + rest));
        }
    }

    /** A fault if {@code name} is empty. */
    void require(String name, String why) {
        if (!isSet(name)) {
            fault(name, "is missing; " + why);
        }
    }

    private boolean isWrong(String name) {
        return faults.stream().anyMatch(fault -> fault.setting().equals(name));
    }

    private String label(String name) {
        return declared.get(indexOf(name)).label();
    }

    private int indexOf(String name) {
        for (var i = 0; i < declared.size(); i++) {
            if (declared.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("setting " + name + " is not declared");
    }

    /** All faults, in the order of the form. */
    List<SettingFault> faults() {
        return faults.stream()
                .sorted(Comparator.comparingInt(fault -> indexOf(fault.setting())))
                .toList();
    }
}
