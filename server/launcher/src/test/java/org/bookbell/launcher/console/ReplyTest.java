package org.bookbell.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void what_is_written_is_read_again() {
        Reply reply = new Reply(List.of("ok", "", "+ plus"), List.of(new Fault("It is wrong.", "Mend it.")));

        assertThat(Reply.parse(reply.toText())).isEqualTo(reply);
    }

    @Test
    void a_line_break_cannot_pass_for_a_line_of_its_own() {
        Reply reply = new Reply(List.of("a\n!b"), List.of());

        assertThat(Reply.parse(reply.toText()).lines()).containsExactly("a !b");
    }
}
