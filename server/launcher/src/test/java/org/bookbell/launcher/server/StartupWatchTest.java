package org.bookbell.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class StartupWatchTest {

    @Test
    void of_a_list_of_exceptions_the_first_sentence_is_told() {
        String message = "CDI deployment failure:Exception List with 2 exceptions:\nException 0 :\n"
                + "org.x.DeploymentException: Unsatisfied\n  at injection point X\n\tat org.x.Y.z(Y.java:1)\n";

        assertThat(StartupWatch.firstLine(message)).isEqualTo("org.x.DeploymentException: Unsatisfied");
    }

    @Test
    void a_failure_tells_more_than_words_that_were_logged_before_it() {
        StartupWatch watch = new StartupWatch();
        LogRecord failed = new LogRecord(Level.SEVERE, "the application failed");
        failed.setThrown(new IllegalStateException("outer", new IllegalStateException("The port is taken.")));

        watch.publish(new LogRecord(Level.SEVERE, "NCLS-01144"));
        watch.publish(failed);

        assertThat(StartupWatch.firstSevere()).contains("The port is taken.");
    }

    @Test
    void a_single_sentence_is_told_as_it_is() {
        assertThat(StartupWatch.firstLine("The database is too old.")).isEqualTo("The database is too old.");
    }
}
