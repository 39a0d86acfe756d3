package org.bookbell.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void the_usual_reasons_are_told_in_words() {
        assertThat(Fault.reasonOf(new FileAlreadyExistsException("/srv/data"))).isEqualTo("a file stands in the way");
        assertThat(Fault.reasonOf(new AccessDeniedException("/srv/data"))).isEqualTo("access is denied");
        assertThat(Fault.reasonOf(new NoSuchFileException("/srv/data"))).isEqualTo("it does not exist");
    }
}
