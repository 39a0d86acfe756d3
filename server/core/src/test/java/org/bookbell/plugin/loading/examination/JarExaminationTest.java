package org.bookbell.plugin.loading.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginJarBuilder;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.SpiVersion;
import org.bookbell.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarExaminationTest {

    private static final String PIGEON = """
            package com.example.pigeon;
            import java.util.List;
            import org.bookbell.spi.*;
            public class Pigeon implements org.bookbell.spi.gateway.SmsProvider {
                %s
                public String name() { return "pigeon"; }
                public String label() { return "Carrier pigeon"; }
                public List<Setting> settings() { %s }
                public org.bookbell.spi.gateway.SmsGateway open(org.bookbell.spi.gateway.GatewayContext c) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    private static final String SETTINGS =
            "return List.of(Setting.text(\"coop\", \"Coop\"), Setting.number(\"speed\", \"Speed\", 60));";

    @TempDir
    private Path temporary;

    private final JarExamination examination = new JarExamination(
            JarExaminationTest.class.getClassLoader(),
            new PluginProbe(new TimeLimit(Duration.ofSeconds(2))),
            new TimeLimit(Duration.ofSeconds(2)),
            Optional.of(new SpiVersion(1, 4)));

    @Test
    void a_good_plugin_tells_its_settings_and_has_no_fault() throws IOException {
        var report = examine(jar(PIGEON.formatted("", SETTINGS)).header("Bookbell-Spi-Version", "1.4"));

        assertThat(faults(report)).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.source().version()).contains("1.2.3");
        assertThat(report.plugins()).singleElement().satisfies(plugin -> {
            assertThat(plugin.told().orElseThrow().kind()).isEqualTo(PluginKind.SMS);
            assertThat(plugin.told().orElseThrow().settings())
                    .extracting(Setting::name)
                    .containsExactly("coop", "speed");
        });
    }

    @Test
    void what_the_manifest_leaves_out_is_worth_a_note() throws IOException {
        var report = examine(jar(PIGEON.formatted("", SETTINGS)));

        assertThat(faults(report)).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("Bookbell-Spi-Version");
    }

    @Test
    void a_file_that_is_not_there_is_a_fault() {
        var report = examination.examine(temporary.resolve("none.jar"));

        assertThat(faults(report)).singleElement().asString().contains("There is no file", "none.jar");
    }

    @Test
    void a_damaged_file_is_a_fault() throws IOException {
        var whole = Files.readAllBytes(jar(PIGEON.formatted("", SETTINGS)).build(temporary.resolve("whole.jar")));
        var half = Files.write(temporary.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(faults(examination.examine(half))).singleElement().asString().contains("damaged or only half there");
    }

    @Test
    void a_jar_without_a_plugin_is_a_fault() throws IOException {
        var report = examine(jar("package com.example; public class Coop {}"));

        assertThat(faults(report))
                .singleElement()
                .asString()
                .contains("no public class that implements a type of the SPI");
    }

    @Test
    void a_plugin_for_another_spi_is_a_fault_beside_its_others() throws IOException {
        var report = examine(jar(PIGEON.replace("\"pigeon\"", "\"My Pigeon\"").formatted("", SETTINGS))
                .header("Bookbell-Spi-Version", "2.0"));

        assertThat(faults(report))
                .anySatisfy(fault -> assertThat(fault).contains("version 2.0 of the SPI", "has 1.4"))
                .anySatisfy(fault -> assertThat(fault).contains("\"My Pigeon\""));
    }

    @Test
    void a_static_initializer_that_throws_is_a_fault() throws IOException {
        var report = examine(
                jar(PIGEON.formatted("static { if (true) throw new IllegalStateException(\"no coop\"); }", SETTINGS)));

        assertThat(faults(report)).singleElement().asString().contains("IllegalStateException: no coop");
    }

    @Test
    void a_static_initializer_that_never_ends_is_a_fault_in_time() throws IOException {
        var report = examine(jar(PIGEON.formatted("static { if (true) while (true) Thread.onSpinWait(); }", SETTINGS)));

        assertThat(faults(report)).singleElement().asString().contains("did not answer within 2.0 s");
    }

    @Test
    void a_class_that_is_missing_only_when_a_gateway_is_opened_is_a_fault() throws IOException {
        var report = examine(jar("package com.example; public class Coop { public static void open() {} }")
                .source(PIGEON.replace("throw new", "com.example.Coop.open(); throw new")
                        .formatted("", SETTINGS))
                .leavingOut("com/example/Coop.class"));

        assertThat(faults(report))
                .containsExactly(
                        "The class com.example.pigeon.Pigeon needs the class com.example.Coop, which is neither"
                                + " in its jar nor in the server.");
    }

    @Test
    void a_class_that_only_a_library_misses_is_worth_a_note() throws IOException {
        var report = examine(jar("package org.loft; public class Roof { Object nest = new org.loft.Nest(); }")
                .source("package org.loft; public class Nest {}")
                .source(PIGEON.formatted("", SETTINGS))
                .leavingOut("org/loft/Nest.class"));

        assertThat(faults(report)).isEmpty();
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).contains("neither in it nor in the server", "org.loft.Nest"));
    }

    @Test
    void a_library_of_the_server_that_a_plugin_uses_is_worth_a_note() throws IOException {
        var report =
                examine(jar(PIGEON.replace("return \"Carrier pigeon\";", """
                        return "" + org.assertj.core.util.Strings.isNullOrEmpty("Carrier pigeon");""").formatted("", SETTINGS)));

        assertThat(faults(report)).isEmpty();
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("org.assertj.core.util.Strings"));
    }

    @Test
    void the_spi_in_the_jar_is_worth_a_note() throws IOException {
        var report = examine(
                jar("package org.bookbell.spi; public class Pigeons {}").source(PIGEON.formatted("", SETTINGS)));

        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("scope provided"));
    }

    @Test
    void all_faults_of_the_settings_are_told_at_once() throws IOException {
        var report = examine(jar(PIGEON.formatted("", """
                return List.of(
                    new Setting("ring", "Ring", "", Setting.Kind.SECRET, true, "12345", List.of()),
                    new Setting("speed", " ", "", Setting.Kind.NUMBER, false, "fast", List.of()));
                """)));

        assertThat(faults(report))
                .anySatisfy(fault -> assertThat(fault).contains("ring is a secret and has a default"))
                .anySatisfy(fault -> assertThat(fault).contains("ring is required and has a default"))
                .anySatisfy(fault -> assertThat(fault).contains("speed has no label"))
                .anySatisfy(fault -> assertThat(fault).contains("speed is refused by its own check"))
                .hasSize(4);
    }

    @Test
    void a_setting_that_is_declared_twice_is_a_fault() throws IOException {
        var report = examine(jar(PIGEON.formatted(
                "", "return List.of(Setting.text(\"coop\", \"Coop\"), Setting.text(\"coop\", \"Loft\"));")));

        assertThat(faults(report)).singleElement().asString().contains("the setting coop twice");
    }

    @Test
    void settings_that_change_are_a_fault() throws IOException {
        var report = examine(
                jar(PIGEON.formatted("int asked;", "return List.of(Setting.text(\"coop\" + asked++, \"Coop\"));")));

        assertThat(faults(report)).anySatisfy(fault -> assertThat(fault).contains("other settings"));
    }

    @Test
    void a_provider_that_cannot_check_an_unfinished_form_is_at_fault() throws IOException {
        var throwing = "public List<SettingFault> validate(Settings s) { return List.of(new SettingFault(\"nest\","
                + " s.get(\"coop\"))); }";

        var report = examine(jar(PIGEON.formatted(throwing, SETTINGS)));

        assertThat(faults(report)).singleElement().asString().contains("fails to check an unfinished form");
    }

    @Test
    void a_fault_of_no_setting_is_a_fault() throws IOException {
        var strange =
                "public List<SettingFault> validate(Settings s) { return List.of(new SettingFault(\"nest\", \"Full.\")); }";

        var report = examine(jar(PIGEON.formatted(strange, SETTINGS)));

        assertThat(faults(report)).singleElement().asString().contains("a fault with nest, which is no setting");
    }

    @Test
    void two_plugins_of_one_name_in_a_jar_are_a_fault() throws IOException {
        var report = examine(jar(PIGEON.formatted("", SETTINGS))
                .source(PIGEON.replace("class Pigeon", "class Dove").formatted("", SETTINGS)));

        assertThat(faults(report)).singleElement().asString().contains("has the name pigeon too");
    }

    private PluginJarBuilder jar(String source) throws IOException {
        return PluginJarBuilder.in(temporary).source(source);
    }

    private JarReport examine(PluginJarBuilder builder) throws IOException {
        return examination.examine(builder.build(temporary.resolve("pigeon.jar")));
    }

    private static List<String> faults(JarReport report) {
        return Stream.concat(
                        report.faults().stream(), report.plugins().stream().flatMap(plugin -> plugin.faults().stream()))
                .map(PluginFault::fault)
                .toList();
    }
}
