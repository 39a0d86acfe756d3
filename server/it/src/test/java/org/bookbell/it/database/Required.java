package org.bookbell.it.database;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a machine may not have: without it tests are skipped, or fail where everything must be there. */
public final class Required {

    private Required() {}

    /** The program; skips the test that asks where there is none, or fails it where everything must be there. */
    public static Path program(String path, String debianPackage) {
        var program = Path.of(path);
        if (!Files.isExecutable(program)) {
            missing(program + " is missing: install " + debianPackage + ", then run the build again");
        }
        return program;
    }

    /** Skips the test that asks, or fails it where everything must be there. */
    public static void missing(String why) {
        if (Boolean.getBoolean("bookbell.it.requireAll")) {
            fail(why);
        }
        abort(why);
    }
}
