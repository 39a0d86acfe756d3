package org.bookbell.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code bookbell.jar} can be told to do, and the options that only this command has. */
enum Command {
    START("start", "start the server (so does no command at all)"),
    CHECK("check", "look at settings, data directory, address, database and, where the server runs, at its gateways"),
    ORGANIZATION_CREATE(
            "organization create",
            "found an organization and print its owner's password",
            "--name --slug --zone --locale --country --owner --owner-name --phone --email"),
    ORGANIZATION_IMPORT(
            "organization import",
            "organization import FILE: make an organization of the archive that another server's was downloaded as"),
    BACKUP("backup", "backup FILE: copy the embedded database into a new file, also while it is in use"),
    PLUGINS("plugins", "list the plugins that a server with these settings would find, and what is wrong with them"),
    PLUGINS_CHECK("plugins check", "plugins check FILE: try a plugin's jar without a server"),
    INSTALL("install", "install DIRECTORY: unpack it there, for starts in two thirds of the time"),
    HELP("help", "show this"),
    VERSION("version", "show the version");

    private final String words;
    private final String purpose;
    private final String options;

    Command(String words, String purpose) {
        this(words, purpose, "");
    }

    Command(String words, String purpose, String options) {
        this.words = words;
        this.purpose = purpose;
        this.options = options;
    }

    static Optional<Command> find(String words) {
        return Stream.of(values())
                .filter(command -> command.words.equals(words))
                .findFirst();
    }

    static List<String> all() {
        return Stream.of(values()).map(Command::words).toList();
    }

    /** The options that some command has and others have not. */
    static List<String> allOptions() {
        return Stream.of(values())
                .flatMap(command -> command.options().stream())
                .distinct()
                .toList();
    }

    String words() {
        return words;
    }

    String purpose() {
        return purpose;
    }

    List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    }
}
