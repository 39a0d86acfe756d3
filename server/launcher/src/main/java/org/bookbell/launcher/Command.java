package org.bookbell.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code bookbell.jar} can be told to do. */
enum Command {
    START("start", "start the server (so does no command at all)"),
    CHECK("check", "look for what would keep the server from starting, and change nothing"),
    BACKUP("backup", "backup FILE: copy the embedded database into a new file, also while it is in use"),
    HELP("help", "show this"),
    VERSION("version", "show the version");

    private final String word;
    private final String purpose;

    Command(String word, String purpose) {
        this.word = word;
        this.purpose = purpose;
    }

    static Optional<Command> find(String word) {
        return Stream.of(values()).filter(command -> command.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Command::word).toList();
    }

    String word() {
        return word;
    }

    String purpose() {
        return purpose;
    }
}
