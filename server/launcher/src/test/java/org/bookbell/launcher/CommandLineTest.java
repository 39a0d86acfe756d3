package org.bookbell.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bookbell.launcher.console.Fault;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void without_a_command_the_server_starts() {
        CommandLine line = parse("--port", "81", "--data=/srv/x", "--demo");

        assertThat(line.command()).isEqualTo("start");
        assertThat(line.settings())
                .containsEntry("bookbell.port", "81")
                .containsEntry("bookbell.data.dir", "/srv/x")
                .containsEntry("bookbell.demo", "true");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_command_has_its_arguments_among_the_options() {
        CommandLine line = parse("backup", "--data", "/srv/x", "to.zip");

        assertThat(line.command()).isEqualTo("backup");
        assertThat(line.arguments()).containsExactly("to.zip");
    }

    @Test
    void an_unknown_option_is_answered_with_the_nearest() {
        parse("--prot", "81");

        assertThat(faults).first().extracting(Fault::cure).asString().contains("--port");
    }

    @Test
    void an_option_without_its_value_is_a_fault() {
        parse("--data", "--demo");

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains("--data");
    }

    @Test
    void a_command_of_two_words_takes_its_own_options() {
        CommandLine line =
                parse("organization", "create", "--slug=quiet-hands", "--name", "Quiet Hands", "--data", "d");

        assertThat(line.command()).isEqualTo("organization create");
        assertThat(line.options()).containsEntry("--slug", "quiet-hands").containsEntry("--name", "Quiet Hands");
        assertThat(line.arguments()).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void of_two_commands_that_begin_alike_the_longer_one_is_meant() {
        CommandLine check = parse("plugins", "check", "my.jar");
        CommandLine list = parse("plugins", "--plugins", "folder");

        assertThat(check.command()).isEqualTo("plugins check");
        assertThat(check.arguments()).containsExactly("my.jar");
        assertThat(list.command()).isEqualTo("plugins");
        assertThat(list.arguments()).isEmpty();
    }

    @Test
    void an_option_of_another_command_is_a_fault() {
        parse("backup", "to.zip", "--slug", "quiet-hands");

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains("--slug", "backup");
    }

    private CommandLine parse(String... args) {
        return CommandLine.parse(List.of(args), faults);
    }
}
