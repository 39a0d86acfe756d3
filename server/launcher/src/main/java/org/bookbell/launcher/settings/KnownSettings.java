package org.bookbell.launcher.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names that exist, read from the page that documents them, and their spelling as environment variables. */
public record KnownSettings(Set<String> names) {

    static final String FILE_SUFFIX = "-file";
    private static final Pattern ROW = Pattern.compile("^\\| *`(bookbell\\.[^`]+)`");

    public KnownSettings {
        names = Set.copyOf(names);
    }

    /** The names in the first column of the tables of {@code docs/configuration.md}. */
    public static KnownSettings documented() {
        try (InputStream page = KnownSettings.class.getResourceAsStream("configuration.md")) {
            if (page == null) {
                throw new IllegalStateException("configuration.md is not in the jar");
            }
            Set<String> names = new TreeSet<>();
            new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ROW::matcher)
                    .forEach(row -> {
                        if (row.find()) {
                            names.add(row.group(1));
                        }
                    });
            return new KnownSettings(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@code name} is a setting, or a setting whose value stands in a file. */
    boolean has(String name) {
        return names.contains(name) || (name.endsWith(FILE_SUFFIX) && names.contains(withoutSuffix(name)));
    }

    /** The setting of each environment variable that may be given, the ones with a file included. */
    Map<String, String> byVariable() {
        Map<String, String> byVariable = new TreeMap<>();
        names.forEach(name -> {
            byVariable.put(variable(name), name);
            byVariable.put(variable(name + FILE_SUFFIX), name + FILE_SUFFIX);
        });
        return byVariable;
    }

    String nearest(String name) {
        return Nearest.to(name, names);
    }

    /** MicroProfile Config's rule, so that the server reads the same variable. */
    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static String withoutSuffix(String name) {
        return name.substring(0, name.length() - FILE_SUFFIX.length());
    }
}
