package org.bookbell.it.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands on a page of the documentation. */
final class ShellBlocks {

    private static final Pattern ASSIGNED = Pattern.compile("^([A-Z_]+)=", Pattern.MULTILINE);

    private final String page;

    private ShellBlocks(String page) {
        this.page = page;
    }

    static ShellBlocks of(Path page) throws IOException {
        return new ShellBlocks(Files.readString(page));
    }

    /** What the page has readers run, in order. */
    List<String> commands() {
        return blocks("bash");
    }

    /** The names that the page has readers set as they like. */
    List<String> variables() {
        return blocks("sh").stream()
                .flatMap(block -> ASSIGNED.matcher(block).results())
                .map(match -> match.group(1))
                .toList();
    }

    private List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
