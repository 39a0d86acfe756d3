package org.bookbell.it.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The address that a form of a page posts to.
 *
 * @param path with {@code {org}} for the organization, and the like
 * @param rule who may post it, as the table of the routes says
 */
record Form(String path, String rule) {

    /** Written for {@code RoutesTest}, which sees that it is complete. */
    private static final Path TABLE = Path.of("../web/src/test/resources/org/bookbell/web/access/routes.txt");

    /** Those of all pages. */
    static Stream<Form> all() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .map(line -> line.split(" +"))
                    .filter(row -> row.length == 3 && row[1].equals("POST"))
                    .filter(row -> !row[0].startsWith("/api/") && !row[2].equals("ForProviders"))
                    .map(row -> new Form(row[0], row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isForOperators() {
        return rule.equals("ForOperator");
    }

    boolean isForEverybody() {
        return rule.equals("Everybody");
    }

    @Override
    public String toString() {
        return path;
    }
}
