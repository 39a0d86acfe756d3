package org.bookbell.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Nearest;

/** The words of the command line: a command with its arguments, and the settings given as options. */
record CommandLine(String command, List<String> arguments, Map<String, String> settings) {

    private static final String START = "start";

    private static final Map<String, String> OPTIONS = Map.of(
            "--host", "bookbell.host",
            "--port", "bookbell.port",
            "--data", "bookbell.data.dir",
            "--plugins", "bookbell.plugins.dir",
            "--config", "bookbell.config");
    private static final List<String> FLAGS = List.of("--demo", "--help", "-h", "--version");

    CommandLine {
        arguments = List.copyOf(arguments);
        settings = Map.copyOf(settings);
    }

    /** Reads {@code args}; unknown options and options without a value are added to {@code faults}. */
    static CommandLine parse(List<String> args, List<Fault> faults) {
        List<String> words = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        String command = START;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            String key = OPTIONS.get(name);
            if (key != null) {
                if (equals >= 0) {
                    settings.put(key, arg.substring(equals + 1));
                } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("--")) {
                    settings.put(key, args.get(++i));
                } else {
                    faults.add(new Fault("The option " + name + " has no value.", "Give one: " + name + " VALUE."));
                }
            } else if (arg.equals("--demo")) {
                settings.put("bookbell.demo", "true");
            } else if (arg.equals("--help") || arg.equals("-h")) {
                command = "help";
            } else if (arg.equals("--version")) {
                command = "version";
            } else if (arg.startsWith("--") && words.isEmpty()) {
                faults.add(unknown(name));
                boolean valueFollows =
                        equals < 0 && i + 1 < args.size() && !args.get(i + 1).startsWith("--");
                i += valueFollows ? 1 : 0;
            } else {
                words.add(arg);
            }
        }
        if (command.equals(START) && !words.isEmpty()) {
            command = words.remove(0);
        }
        return new CommandLine(command, words, settings);
    }

    private static Fault unknown(String option) {
        List<String> known = new ArrayList<>(OPTIONS.keySet());
        known.addAll(FLAGS);
        return new Fault(
                "The option " + option + " is not known.",
                "Did you mean " + Nearest.to(option, known) + "? All are shown by --help.");
    }
}
