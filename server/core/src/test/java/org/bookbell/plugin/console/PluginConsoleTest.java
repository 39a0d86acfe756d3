package org.bookbell.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.plugin.loading.PluginJarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginConsoleTest {

    private static final String PLAIN = """
            package com.example.plain;
            public class Plain implements org.bookbell.spi.export.AppointmentExporter {
                public String name() { return "plain"; }
                public String label() { return "Plain text"; }
                public String mediaType() { return "text/plain"; }
                public String fileExtension() { return "txt"; }
                public void write(org.bookbell.spi.export.Export export,
                        java.util.stream.Stream<org.bookbell.spi.export.ExportedAppointment> appointments,
                        java.io.OutputStream out) {}
            }
            """;

    @TempDir
    private Path temporary;

    private final PluginConsole console = new PluginConsole();

    @Test
    void the_list_has_bundled_plugins_and_those_of_the_folder_good_and_bad() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("plugins"));
        jar(PLAIN).build(folder.resolve("plain.jar"));
        Files.writeString(folder.resolve("half.jar"), "half");

        var lines = ask("list", folder, bundled());

        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line).startsWith("+ok     recording").contains("SMS", "of the server"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("+ok     plain")
                        .contains("export, Plain text; plain.jar of the plugins folder, version 1.2.3, SPI not told"))
                .anySatisfy(line -> assertThat(line).startsWith("+WRONG  half.jar"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("!The plugin half.jar cannot be used")
                        .contains("damaged"))
                .anySatisfy(line -> assertThat(line).startsWith("?Copy it again"));
    }

    @Test
    void a_folder_that_is_not_there_is_no_fault() {
        var lines = ask("list", temporary.resolve("nowhere"));

        assertThat(lines).singleElement().asString().startsWith("+-").contains("nowhere does not exist");
    }

    @Test
    void a_good_jar_is_told_with_what_it_says_of_itself() throws IOException {
        var lines = ask("check", jar(PLAIN).build(temporary.resolve("plain.jar")));

        assertThat(lines)
                .noneMatch(line -> line.startsWith("!"))
                .anySatisfy(line -> assertThat(line).startsWith("+ok     jar").contains("plain.jar, version 1.2.3"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("+ok     plugin").contains("plain: export, Plain text"))
                .anySatisfy(line -> assertThat(line).startsWith("+note"));
    }

    @Test
    void a_name_that_a_bundled_plugin_has_is_a_fault() throws IOException {
        var other = jar(provider("com.example", "Recorder")).build(temporary.resolve("other.jar"));

        var lines = ask("check", other, bundled());

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("+WRONG  plugin"))
                .anySatisfy(line -> assertThat(line).startsWith("!A plugin that comes with the server has the name"))
                .anySatisfy(line -> assertThat(line).isEqualTo("?Give the plugin another name."));
    }

    @Test
    void a_damaged_jar_has_one_fault_with_its_cure() throws IOException {
        var lines = ask("check", Files.writeString(temporary.resolve("half.jar"), "half"));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("+WRONG  jar");
        assertThat(lines.get(1)).startsWith("!The file is damaged");
        assertThat(lines.get(2)).startsWith("?Copy it again");
    }

    /** A jar of the server, whose class this test's class path has. */
    private Path bundled() throws IOException {
        return jar(provider("org.bookbell.plugin", "RecordingSmsProvider")).build(temporary.resolve("bundled.jar"));
    }

    private static String provider(String inPackage, String className) {
        return """
                package %s;
                public class %s implements org.bookbell.spi.gateway.SmsProvider {
                    public String name() { return "recording"; }
                    public String label() { return "Recording"; }
                    public java.util.List<org.bookbell.spi.Setting> settings() { return java.util.List.of(); }
                    public org.bookbell.spi.gateway.SmsGateway open(org.bookbell.spi.gateway.GatewayContext c) {
                        throw new UnsupportedOperationException();
                    }
                }
                """.formatted(inPackage, className);
    }

    private PluginJarBuilder jar(String source) throws IOException {
        return PluginJarBuilder.in(temporary).source(source);
    }

    private List<String> ask(String what, Path subject, Path... libraries) {
        var words = Stream.concat(
                Stream.of(what, subject.toString()), Stream.of(libraries).map(Path::toString));
        return List.of(console.apply(words.toArray(String[]::new)));
    }
}
