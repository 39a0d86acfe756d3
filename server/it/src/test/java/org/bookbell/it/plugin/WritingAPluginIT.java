package org.bookbell.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.it.database.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody does what {@code docs/writing-a-plugin.md} says, command by command, with the server that was built. */
class WritingAPluginIT {

    private static final Path PAGE = Path.of("../../docs/writing-a-plugin.md");
    private static final Path SERVER =
            Path.of(System.getProperty("bookbell.it.jar", "../launcher/target/bookbell.jar"));

    private ShellBlocks page;
    private PluginAuthor author;

    @BeforeEach
    void come_with_a_clone() throws IOException {
        requireCurl();
        page = ShellBlocks.of(PAGE);
        author = PluginAuthor.come();
    }

    @Test
    void who_runs_the_commands_of_the_page_sees_a_message_arrive() throws IOException, InterruptedException {
        var variables = Map.of(
                "BOOKBELL", author.project().toString(),
                "JAR", SERVER.toAbsolutePath().toString(),
                "PORT", Integer.toString(FreePort.find()),
                "FAKE_PORT", Integer.toString(FreePort.find()));
        assertThat(page.variables()).containsExactlyInAnyOrderElementsOf(variables.keySet());

        var said = author.run(page.commands(), variables);

        assertThat(said)
                .contains("\"jar\":\"acme-sms-0.1.0.jar\"", "\"state\":\"LOADED\"")
                .containsPattern("\\{\"attempts\":.*\"gateway\":\"acme-main\".*\"state\":\"ACCEPTED\"");
        assertThat(contentOf(
                        author.workplace().resolve("acme-sms/target/fake.txt").toFile()))
                .contains("\"to\":\"+12125550123\"", "This is a test message of Harbor Massage.");
    }

    /** The first two of the page's commands install what plugins need and make and verify a project. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("otherKinds")
    void a_project_of_another_kind_passes_its_tests(String kind) throws IOException, InterruptedException {
        var commands = new ArrayList<>(page.commands().subList(0, 2));
        commands.set(1, commands.get(1).replace("-Dkind=sms", "-Dkind=" + kind));

        author.run(commands, Map.of("BOOKBELL", author.project().toString()));

        assertThat(author.workplace().resolve("acme-sms/target/acme-sms-0.1.0.jar"))
                .isNotEmptyFile();
        assertThat(reports())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(contentOf(report.toFile()))
                        .containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0"));
    }

    static Stream<String> otherKinds() {
        return Boolean.getBoolean("bookbell.it.full") ? Stream.of("email", "export") : Stream.empty();
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(author.workplace().resolve("acme-sms/target/surefire-reports"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        }
    }

    private static void requireCurl() {
        var why = "curl is missing: install curl, then run the build again";
        if (Stream.of(System.getenv("PATH").split(":"))
                .noneMatch(place -> Files.isExecutable(Path.of(place, "curl")))) {
            if (Boolean.getBoolean("bookbell.it.requireAll")) {
                fail(why);
            }
            abort(why);
        }
    }
}
