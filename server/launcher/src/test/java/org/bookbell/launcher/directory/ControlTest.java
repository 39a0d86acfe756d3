package org.bookbell.launcher.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    @TempDir
    Path data;

    @Test
    void the_running_server_answers_with_lines_and_faults() throws Exception {
        Control.listen(data, words -> new Reply(words, List.of(new Fault("Wrong.", "Mend it."))));

        Reply reply = Control.ask(data, List.of("organization create", "name=Zoë's", "phone="));

        assertThat(reply.lines()).containsExactly("organization create", "name=Zoë's", "phone=");
        assertThat(reply.faults()).containsExactly(new Fault("Wrong.", "Mend it."));
    }

    @Test
    void a_request_that_fails_does_not_end_the_answering() throws Exception {
        Control.listen(data, words -> new Reply(List.of(words.get(1)), List.of()));

        assertThat(Control.ask(data, List.of("one")).faults()).hasSize(1);
        assertThat(Control.ask(data, List.of("one", "two")).lines()).containsExactly("two");
    }

    @Test
    void without_a_server_the_caller_is_told_so() {
        assertThatThrownBy(() -> Control.ask(data, List.of("check")))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refusal -> assertThat(refusal.faults())
                                .singleElement()
                                .extracting(Fault::what)
                                .asString()
                                .contains("does not answer"));
    }
}
