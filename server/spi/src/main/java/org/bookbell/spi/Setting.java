package org.bookbell.spi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing an operator sets for a gateway: its form field and its check. Immutable.
 *
 * @param name a stable name in camelCase of 1 to 40 ASCII letters and digits; accounts store their values under it
 * @param label what a person calls it, in English; begins the sentence of a fault
 * @param help one sentence below the field; may be empty
 * @param kind what the value looks like
 * @param required whether a gateway cannot be opened without it; false wherever there is a default
 * @param defaultValue the value where nothing is set, which passes the check itself; empty for none, and for a secret
 * @param choices the allowed values of a {@link Kind#CHOICE} in the order of the form, otherwise empty
 */
public record Setting(
        String name,
        String label,
        String help,
        Kind kind,
        boolean required,
        String defaultValue,
        List<String> choices) {

    /** What a value looks like. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** Stored encrypted, never shown again, never logged. */
        SECRET,
        /** A whole number from 0 to 999,999,999. */
        NUMBER,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** One of {@link Setting#choices()}, spelt the same. */
        CHOICE,
        /** An absolute http or https address. */
        ADDRESS
    }

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+(/\\S*)?");

    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("setting name must be camelCase but was " + name);
        }
        if (kind == Kind.CHOICE && choices.isEmpty()) {
            throw new IllegalArgumentException("setting " + name + " must list its choices");
        }
        if (kind != Kind.CHOICE && !choices.isEmpty()) {
            throw new IllegalArgumentException("setting " + name + " has choices but is a " + kind);
        }
        choices = List.copyOf(choices);
    }

    /** A required text without a default. */
    public static Setting text(String name, String label) {
        return new Setting(name, label, "", Kind.TEXT, true, "", List.of());
    }

    /** A required secret: it has no default. */
    public static Setting secret(String name, String label) {
        return new Setting(name, label, "", Kind.SECRET, true, "", List.of());
    }

    /** A whole number that may stay empty. */
    public static Setting number(String name, String label, int defaultValue) {
        return new Setting(name, label, "", Kind.NUMBER, false, Integer.toString(defaultValue), List.of());
    }

    /** A switch that may stay empty. */
    public static Setting toggle(String name, String label, boolean defaultValue) {
        return new Setting(name, label, "", Kind.SWITCH, false, Boolean.toString(defaultValue), List.of());
    }

    /** A choice that may stay empty; the first of {@code choices} is the default. */
    public static Setting choice(String name, String label, List<String> choices) {
        return new Setting(name, label, "", Kind.CHOICE, false, choices.get(0), choices);
    }

    /** A required http or https address without a default. */
    public static Setting address(String name, String label) {
        return new Setting(name, label, "", Kind.ADDRESS, true, "", List.of());
    }

    /** The same setting, which may stay empty. */
    public Setting optional() {
        return new Setting(name, label, help, kind, false, defaultValue, choices);
    }

    /** The same setting with a sentence of help. */
    public Setting withHelp(String sentence) {
        return new Setting(name, label, sentence, kind, required, defaultValue, choices);
    }

    /** The same setting with a value where nothing is set. */
    public Setting withDefault(String value) {
        return new Setting(name, label, help, kind, false, value, choices);
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    /**
     * What is wrong with {@code value}, which is empty where nothing was given; white space around it does not count. The
     * fault never shows the value of a secret.
     */
    public Optional<SettingFault> check(String value) {
        var given = value.strip();
        if (given.isEmpty()) {
            return required ? fault("is missing; enter a value.") : Optional.empty();
        }
        return switch (kind) {
            case TEXT, SECRET -> Optional.empty();
            case NUMBER ->
                NUMBER.matcher(given).matches()
                        ? Optional.empty()
                        : fault("is \"" + given + "\"; enter a whole number from 0 to 999999999.");
            case SWITCH ->
                given.equals("true") || given.equals("false")
                        ? Optional.empty()
                        : fault("is \"" + given + "\"; enter true or false.");
            case CHOICE ->
                choices.contains(given)
                        ? Optional.empty()
                        : fault("is \"" + given + "\"; choose one of " + String.join(", ", choices) + ".");
            case ADDRESS ->
                ADDRESS.matcher(given).matches()
                        ? Optional.empty()
                        : fault("is \"" + given + "\"; enter an address that begins with https:// or http://.");
        };
    }

    private Optional<SettingFault> fault(String rest) {
        return Optional.of(new SettingFault(name, label + " " + rest));
    }
}
