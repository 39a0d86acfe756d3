package org.bookbell.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.bookbell.plugin.loading.Plugin.State;
import org.bookbell.plugin.loading.examination.PluginProbe;
import org.bookbell.plugin.loading.examination.TimeLimit;
import org.bookbell.spi.gateway.SmsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginFolderTest {

    private static final String GOOD = """
            package com.example.pigeon;
            public class Pigeon implements org.bookbell.spi.gateway.SmsProvider {
                %s
                public String name() { return "pigeon"; }
                public String label() { return "Carrier pigeon"; }
                public java.util.List<org.bookbell.spi.Setting> settings() { %s }
                public org.bookbell.spi.gateway.SmsGateway open(org.bookbell.spi.gateway.GatewayContext c) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    private static final String NO_SETTINGS = "return java.util.List.of();";

    @TempDir
    private Path temporary;

    private Path plugins;

    private final PluginFolder folder = new PluginFolder(
            PluginFolderTest.class.getClassLoader(),
            new PluginProbe(new TimeLimit(Duration.ofMillis(700))),
            Optional.of(new SpiVersion(1, 4)));

    @BeforeEach
    void make_the_plugins_folder() throws IOException {
        plugins = Files.createDirectory(temporary.resolve("plugins"));
    }

    @AfterEach
    void close_the_jars() {
        folder.close();
    }

    @Test
    void a_good_plugin_is_loaded_from_its_jar() throws IOException {
        jar(GOOD.formatted("", NO_SETTINGS)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertThat(folder.plugins())
                .containsExactly(Plugin.loaded(
                        "pigeon",
                        "Carrier pigeon",
                        PluginKind.SMS,
                        new PluginSource(
                                PluginSource.Origin.FOLDER,
                                Optional.of("pigeon.jar"),
                                Optional.of("1.2.3"),
                                Optional.empty())));
        assertThat(folder.loaded())
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.instance()).isInstanceOf(SmsProvider.class));
    }

    @Test
    void a_plugin_that_inherits_the_spi_type_is_found() throws IOException {
        jar("package com.example; public abstract class Birds implements org.bookbell.spi.gateway.SmsProvider {}")
                .source(GOOD.replace("implements org.bookbell.spi.gateway.SmsProvider", "extends com.example.Birds")
                        .formatted("", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::name).containsExactly("pigeon");
    }

    @Test
    void a_plugin_uses_its_own_version_of_a_library_of_the_server() throws IOException {
        jar("package org.assertj.core.api; public class Assertions { public static String text() { return \"own\"; } }")
                .source(GOOD.replace("\"Carrier pigeon\"", "org.assertj.core.api.Assertions.text()")
                        .formatted("", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::label).containsExactly("own");
    }

    @Test
    void a_file_that_is_no_zip_is_refused() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "this is not a jar");

        folder.load(plugins);

        assertRefused("broken.jar", "damaged or only half there", "Copy it again");
    }

    @Test
    void a_half_copied_jar_is_refused() throws IOException {
        var whole = jar(GOOD.formatted("", NO_SETTINGS)).build(temporary.resolve("whole.jar"));
        var bytes = Files.readAllBytes(whole);
        Files.write(plugins.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));

        folder.load(plugins);

        assertRefused("half.jar", "damaged or only half there", "Copy it again");
    }

    @Test
    void a_jar_with_damaged_classes_is_refused() throws IOException {
        var whole = jar(GOOD.formatted("", NO_SETTINGS)).build(temporary.resolve("whole.jar"));
        var bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0);
        Files.write(plugins.resolve("damaged.jar"), bytes);

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::state).containsExactly(State.REFUSED);
    }

    @Test
    void a_plugin_without_its_library_is_refused_and_the_class_named() throws IOException {
        jar("package com.example; public class Coop { public static void open() {} }")
                .source(GOOD.formatted("public Pigeon() { com.example.Coop.open(); }", NO_SETTINGS))
                .leavingOut("com/example/Coop.class")
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "needs the class com.example.Coop", "contains its libraries");
    }

    @Test
    void a_plugin_without_its_superclass_is_refused() throws IOException {
        jar("package com.example; public class Coop {}")
                .source(GOOD.replace("Pigeon implements", "Pigeon extends com.example.Coop implements")
                        .formatted("", NO_SETTINGS))
                .leavingOut("com/example/Coop.class")
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "needs the class com.example.Coop", "contains its libraries");
    }

    @Test
    void a_static_initializer_that_throws_is_refused() throws IOException {
        jar(GOOD.formatted("static { if (true) throw new IllegalStateException(\"no coop\"); }", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "IllegalStateException: no coop", "tell its author");
    }

    @Test
    void a_static_initializer_that_never_ends_is_refused_after_the_time_limit() throws IOException {
        jar(GOOD.formatted("static { if (true) while (true) Thread.onSpinWait(); }", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "did not answer within", "start the server again");
    }

    @Test
    void settings_that_never_end_are_refused() throws IOException {
        jar(GOOD.formatted("", "while (true) Thread.onSpinWait();")).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "did not answer within", "start the server again");
    }

    @Test
    void a_list_of_settings_without_end_is_refused() throws IOException {
        jar(GOOD.formatted("", """
                        return new java.util.AbstractList<>() {
                            public int size() { return Integer.MAX_VALUE; }
                            public org.bookbell.spi.Setting get(int i) {
                                return org.bookbell.spi.Setting.text("s" + i, "S");
                            }
                        };
                        """)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "more than 100 settings", "tell its author");
    }

    @Test
    void a_name_that_cannot_stand_in_an_address_is_refused() throws IOException {
        jar(GOOD.replace("\"pigeon\"", "\"My Pigeon\"").formatted("", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "\"My Pigeon\"", "tell its author");
    }

    @Test
    void a_plugin_without_a_public_constructor_is_refused() throws IOException {
        jar(GOOD.formatted("Pigeon() {}", NO_SETTINGS)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "no public constructor without parameters", "tell its author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@jakarta.inject.Inject private java.time.Clock clock;",
                "@jakarta.inject.Inject public Pigeon(java.time.Clock clock) {}",
                "@jakarta.inject.Inject void fly(java.time.Clock clock) {}"
            })
    void a_plugin_that_waits_for_an_injection_is_refused(String member) throws IOException {
        jar(GOOD.formatted(member, NO_SETTINGS)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "nothing is injected into plugins", "tell its author");
    }

    @Test
    void a_library_alone_is_refused() throws IOException {
        jar("package com.example; public class Coop {}").build(plugins.resolve("coop.jar"));

        folder.load(plugins);

        assertRefused("coop.jar", "no public class that implements a type of the SPI", "Remove it");
    }

    @Test
    void a_plugin_for_an_earlier_spi_is_loaded() throws IOException {
        jar(GOOD.formatted("", NO_SETTINGS))
                .header("Bookbell-Spi-Version", "1.3.2")
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).singleElement().satisfies(plugin -> {
            assertThat(plugin.state()).isEqualTo(State.LOADED);
            assertThat(plugin.source().spiVersion()).contains("1.3.2");
        });
    }

    @ParameterizedTest
    @CsvSource({"1.5.0, version 1.5 of the SPI", "2.0, version 2.0 of the SPI", "next, no version"})
    void a_plugin_for_an_spi_that_the_server_has_not_is_refused(String version, String fault) throws IOException {
        jar(GOOD.formatted("", NO_SETTINGS))
                .header("Bookbell-Spi-Version", version)
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("pigeon.jar", fault, "Use a version of the plugin");
    }

    @Test
    void a_plugin_that_asks_the_spi_for_what_it_has_not_is_refused() throws IOException {
        jar("package org.bookbell.spi; public class Pigeons { public static void feed() {} }")
                .source(GOOD.formatted("public Pigeon() { org.bookbell.spi.Pigeons.feed(); }", NO_SETTINGS))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "another version of the SPI", "this server's SPI");
    }

    @Test
    void a_plugin_whose_class_is_not_public_is_refused_and_the_class_named() throws IOException {
        jar(GOOD.replace("public class", "class").formatted("", NO_SETTINGS)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("pigeon.jar", "com.example.pigeon.Pigeon implements one and is not public", "class is public");
    }

    @Test
    void all_that_a_plugin_says_wrongly_of_itself_is_told_at_once() throws IOException {
        var setting = "org.bookbell.spi.Setting.text(\"nest\", \"Nest\")";
        jar(GOOD.replace("\"pigeon\"", "\"My Pigeon\"")
                        .replace("\"Carrier pigeon\"", "\" \"")
                        .formatted("", "return java.util.List.of(" + setting + ", " + setting + ");"))
                .build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertRefused("com.example.pigeon.Pigeon", "\"My Pigeon\"", "tell its author");
        assertRefused("com.example.pigeon.Pigeon", "no label", "tell its author");
        assertRefused("com.example.pigeon.Pigeon", "the setting nest twice", "tell its author");
    }

    @Test
    void the_second_plugin_of_a_name_is_refused() throws IOException {
        jar(GOOD.formatted("", NO_SETTINGS)).build(plugins.resolve("pigeon-1.jar"));
        jar(GOOD.formatted("", NO_SETTINGS)).build(plugins.resolve("pigeon-2.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::state).containsExactly(State.LOADED, State.REFUSED);
    }

    @Test
    void a_class_that_the_server_has_is_skipped() throws IOException {
        jar(GOOD.replace("com.example.pigeon", "org.bookbell.plugin.loading")
                        .replace("Pigeon ", "BundledPigeon ")
                        .formatted("", NO_SETTINGS))
                .build(plugins.resolve("bundled.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::state).containsExactly(State.SKIPPED);
        assertThat(folder.loaded()).isEmpty();
    }

    @Test
    void good_plugins_are_loaded_beside_broken_ones() throws IOException {
        Files.writeString(plugins.resolve("a-broken.jar"), "this is not a jar");
        jar(GOOD.formatted("", NO_SETTINGS)).build(plugins.resolve("pigeon.jar"));

        folder.load(plugins);

        assertThat(folder.plugins()).extracting(Plugin::state).containsExactly(State.REFUSED, State.LOADED);
    }

    @Test
    void a_missing_folder_holds_no_plugins() {
        folder.load(temporary.resolve("nowhere"));

        assertThat(folder.plugins()).isEmpty();
    }

    private PluginJarBuilder jar(String source) throws IOException {
        return PluginJarBuilder.in(temporary).source(source);
    }

    private void assertRefused(String name, String fault, String cure) {
        assertThat(folder.loaded()).isEmpty();
        assertThat(folder.plugins()).singleElement().satisfies(plugin -> {
            assertThat(plugin.name()).isEqualTo(name);
            assertThat(plugin.state()).isEqualTo(State.REFUSED);
            assertThat(plugin.fault().orElseThrow()).contains(fault);
            assertThat(plugin.cure().orElseThrow()).contains(cure);
        });
    }
}
