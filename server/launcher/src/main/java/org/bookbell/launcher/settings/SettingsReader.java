package org.bookbell.launcher.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.bookbell.launcher.console.Fault;

/**
 * Resolves the settings: command line, then system properties, then environment, then file, then defaults. Whatever is
 * wrong is collected, so that one start tells all of it.
 */
public final class SettingsReader {

    static final String DEFAULT_FILE = "bookbell.properties";
    private static final String PREFIX = "bookbell.";
    private static final String VARIABLE_PREFIX = "BOOKBELL_";

    private final KnownSettings known;
    private final List<Fault> faults;
    private final List<String> warnings = new ArrayList<>();

    public SettingsReader(KnownSettings known, List<Fault> faults) {
        this.known = known;
        this.faults = faults;
    }

    /** What is odd but keeps nobody from starting. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The settings that were given, without any default. */
    public Settings read(Map<String, String> commandLine, Properties system, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        addWeaker(values, commandLine, "the command line");
        addWeaker(values, systemProperties(system), "the system properties");
        addWeaker(values, variables(environment), "the environment");
        configFile(values).ifPresent(file -> addWeaker(values, contents(file), file.toString()));
        return new Settings(values);
    }

    private Map<String, String> systemProperties(Properties system) {
        Map<String, String> given = new TreeMap<>();
        system.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> given.put(name, system.getProperty(name)));
        return given;
    }

    private Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> byVariable = known.byVariable();
        Map<String, String> given = new TreeMap<>();
        environment.forEach((variable, value) -> {
            String name = byVariable.get(variable);
            if (name != null) {
                given.put(name, value);
            } else if (variable.startsWith(VARIABLE_PREFIX)) {
                warnings.add(
                        "The environment variable " + variable + " is not a setting and is ignored; the nearest is "
                                + Nearest.to(variable, byVariable.keySet()) + ".");
            }
        });
        return given;
    }

    private Optional<Path> configFile(Map<String, String> values) {
        String given = values.get("bookbell.config");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        Path usual = Path.of(values.getOrDefault("bookbell.data.dir", Defaults.DATA_DIR), DEFAULT_FILE);
        return Files.exists(usual) ? Optional.of(usual) : Optional.empty();
    }

    private Map<String, String> contents(Path file) {
        Map<String, String> contents = new TreeMap<>();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(new Fault(
                    "The configuration file " + file.toAbsolutePath() + " cannot be read: " + Fault.reasonOf(e) + ".",
                    "Give the path of a readable properties file in UTF-8 with --config, or leave the option out."));
        }
        properties.stringPropertyNames().forEach(name -> contents.put(name, properties.getProperty(name)));
        return contents;
    }

    private void addWeaker(Map<String, String> values, Map<String, String> given, String where) {
        Map<String, String> resolved = new TreeMap<>();
        given.forEach((name, value) -> {
            if (known.names().contains(name)) {
                resolved.put(name, value.strip());
            } else if (!known.has(name)) {
                faults.add(new Fault(
                        "The setting " + name + " in " + where + " is not known.",
                        "Did you mean " + known.nearest(name) + "? All settings are in docs/configuration.md."));
            } else if (given.containsKey(KnownSettings.withoutSuffix(name))) {
                faults.add(new Fault(
                        "Both " + name + " and " + KnownSettings.withoutSuffix(name) + " are set in " + where + ".",
                        "Keep one of them."));
            } else {
                secret(name, value.strip(), where)
                        .ifPresent(secret -> resolved.put(KnownSettings.withoutSuffix(name), secret));
            }
        });
        resolved.forEach(values::putIfAbsent);
    }

    private Optional<String> secret(String name, String file, String where) {
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException | IllegalArgumentException e) {
            faults.add(new Fault(
                    "The file " + file + " of the setting " + name + " in " + where + " cannot be read: "
                            + Fault.reasonOf(e) + ".",
                    "Let it hold the value alone, readable by the user who runs the server."));
            return Optional.empty();
        }
    }
}
