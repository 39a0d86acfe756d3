package org.bookbell.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Nearest;

/**
 * The words of the command line.
 *
 * @param command its one or two words, which need not be a command that exists
 * @param arguments the words after the command
 * @param settings the settings given as options, by their names
 * @param options the command's own options, with their dashes
 */
record CommandLine(String command, List<String> arguments, Map<String, String> settings, Map<String, String> options) {

    private static final Map<String, String> SETTINGS = Map.of(
            "--host", "bookbell.host",
            "--port", "bookbell.port",
            "--data", "bookbell.data.dir",
            "--plugins", "bookbell.plugins.dir",
            "--config", "bookbell.config");
    private static final Map<String, String> FLAGS =
            Map.of("--demo", "", "--help", "help", "-h", "help", "--version", "version");

    CommandLine {
        arguments = List.copyOf(arguments);
        settings = Map.copyOf(settings);
        options = Map.copyOf(options);
    }

    /** Reads {@code args}; unknown options and options without a value are added to {@code faults}. */
    static CommandLine parse(List<String> args, List<Fault> faults) {
        return new Reading(args, faults).read();
    }

    private static final class Reading {

        private final List<String> args;
        private final List<Fault> faults;
        private final List<String> words = new ArrayList<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> options = new LinkedHashMap<>();
        private String command = "";
        private int at;

        Reading(List<String> args, List<Fault> faults) {
            this.args = args;
            this.faults = faults;
        }

        CommandLine read() {
            for (at = 0; at < args.size(); at++) {
                String arg = args.get(at);
                if (FLAGS.containsKey(arg)) {
                    flag(arg);
                } else if (arg.startsWith("--")) {
                    option(arg);
                } else {
                    words.add(arg);
                }
            }
            if (command.isEmpty()) {
                command = commandOfWords();
            }
            refuseForeignOptions();
            return new CommandLine(command, words, settings, options);
        }

        private void flag(String arg) {
            if (arg.equals("--demo")) {
                settings.put("bookbell.demo", "true");
            } else {
                command = FLAGS.getOrDefault(arg, "");
            }
        }

        private void option(String arg) {
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            boolean valueFollows =
                    equals < 0 && at + 1 < args.size() && !args.get(at + 1).startsWith("--");
            boolean isKnown = SETTINGS.containsKey(name) || Command.allOptions().contains(name);
            if (!isKnown) {
                faults.add(unknown(name));
            } else if (equals < 0 && !valueFollows) {
                faults.add(new Fault("The option " + name + " has no value.", "Give one: " + name + " VALUE."));
            } else {
                String value = equals < 0 ? args.get(at + 1) : arg.substring(equals + 1);
                String setting = SETTINGS.get(name);
                (setting == null ? options : settings).put(setting == null ? name : setting, value);
            }
            at += valueFollows ? 1 : 0;
        }

        private String commandOfWords() {
            if (words.isEmpty()) {
                return Command.START.words();
            }
            String first = words.remove(0);
            boolean isOfTwo =
                    !words.isEmpty() && Command.find(first + " " + words.get(0)).isPresent();
            if (!isOfTwo && (Command.find(first).isPresent() || words.isEmpty())) {
                return first;
            }
            return first + " " + words.remove(0);
        }

        private void refuseForeignOptions() {
            List<String> own = Command.find(command).map(Command::options).orElse(List.copyOf(options.keySet()));
            options.keySet().stream()
                    .filter(option -> !own.contains(option))
                    .forEach(option -> faults.add(new Fault(
                            "The option " + option + " does not belong to " + command + ".",
                            "Leave it out; --help shows which command takes it.")));
        }

        private static Fault unknown(String option) {
            List<String> known = new ArrayList<>(SETTINGS.keySet());
            known.addAll(FLAGS.keySet());
            known.addAll(Command.allOptions());
            return new Fault(
                    "The option " + option + " is not known.",
                    "Did you mean " + Nearest.to(option, known) + "? All are shown by --help.");
        }
    }
}
