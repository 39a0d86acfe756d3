package org.bookbell.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Required;
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
                .containsPattern("ok +acme +SMS, acme; acme-sms-0.1.0.jar of the plugins folder")
                .contains("A jar that is added, replaced or removed counts from the next start.")
                .containsPattern("\\{\"attempts\":.*\"gateway\":\"acme-main\".*\"state\":\"ACCEPTED\"");
        var listed = said.lines()
                .filter(line -> line.contains("\"origin\":\"SERVER\""))
                .map(WritingAPluginIT::statesOfTheJar)
                .toList();
        assertThat(listed).as("before and after the restart").containsExactly(List.of(), List.of("acme LOADED"));
        assertThat(contentOf(
                        author.workplace().resolve("acme-sms/target/fake.txt").toFile()))
                .contains("\"to\":\"+12125550123\"", "This is a test message of Harbor Massage.");
    }

    /** What a list of the server's plugins says of those in the author's jar. */
    private static List<String> statesOfTheJar(String plugins) {
        try (var reader = Json.createReader(new StringReader(plugins))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .filter(plugin -> plugin.getString("jar", "").equals("acme-sms-0.1.0.jar"))
                    .map(plugin -> plugin.getString("name") + " " + plugin.getString("state"))
                    .toList();
        }
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
        if (Stream.of(System.getenv("PATH").split(":"))
                .noneMatch(place -> Files.isExecutable(Path.of(place, "curl")))) {
            Required.missing("curl is missing: install curl, then run the build again");
        }
    }
}
