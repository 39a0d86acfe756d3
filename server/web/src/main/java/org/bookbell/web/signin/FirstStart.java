package org.bookbell.web.signin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.bookbell.access.member.FirstOperator;
import org.bookbell.storage.start.ServerStarted;

/** Makes the operator's account when the server starts for the first time, and says its password on the console, once. */
@Dependent
class FirstStart {

    private static final int AFTER_STORAGE = 100;
    private static final System.Logger CONSOLE = System.getLogger("org.bookbell.console");

    private final FirstOperator firstOperator;

    @Inject
    FirstStart(FirstOperator firstOperator) {
        this.firstOperator = firstOperator;
    }

    void start(@Observes @Priority(AFTER_STORAGE) ServerStarted event) {
        firstOperator
                .appoint()
                .ifPresent(password -> CONSOLE.log(
                        Level.INFO,
                        "The first operator signs in as {0} with the password {1} (shown this once).",
                        FirstOperator.EMAIL,
                        password));
    }
}
