package org.bookbell.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bookbell.launcher.console.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path directory;

    private final List<Fault> faults = new ArrayList<>();
    private final SettingsReader reader = new SettingsReader(KnownSettings.documented(), faults);

    @Test
    void the_command_line_wins_over_system_properties_environment_and_file() throws IOException {
        Path file = fileWith("bookbell.port=4", "bookbell.host=d", "bookbell.db.user=d", "bookbell.publicUrl=d");
        Properties system = properties("bookbell.port", "2", "bookbell.host", "b");
        Map<String, String> environment =
                Map.of("BOOKBELL_PORT", "3", "BOOKBELL_HOST", "c", "BOOKBELL_DB_USER", "c", "PATH", "/bin");

        Settings settings =
                reader.read(Map.of("bookbell.port", "1", "bookbell.config", file.toString()), system, environment);

        assertThat(settings.values())
                .containsEntry("bookbell.port", "1")
                .containsEntry("bookbell.host", "b")
                .containsEntry("bookbell.db.user", "c")
                .containsEntry("bookbell.publicUrl", "d");
        assertThat(faults).isEmpty();
    }

    @Test
    void the_file_in_the_data_directory_is_read_without_being_named() throws IOException {
        Files.writeString(directory.resolve("bookbell.properties"), "bookbell.port=81");

        Settings settings = reader.read(Map.of("bookbell.data.dir", directory.toString()), new Properties(), Map.of());

        assertThat(settings.get("bookbell.port")).isEqualTo("81");
    }

    @Test
    void a_secret_may_stand_in_a_file_of_its_own() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), "s3cret\n");

        Settings settings =
                reader.read(Map.of(), new Properties(), Map.of("BOOKBELL_DB_PASSWORD_FILE", secret.toString()));

        assertThat(settings.get("bookbell.db.password")).isEqualTo("s3cret");
    }

    @Test
    void all_faults_are_told_at_once_with_the_nearest_name() throws IOException {
        Path file = fileWith("bookbell.prot=8080", "bookbell.db.password-file=/nowhere", "other.key=1");
        Properties system = properties("bookbell.publicURL", "x");

        reader.read(Map.of("bookbell.config", file.toString()), system, Map.of());

        assertThat(faults).hasSize(4);
        assertThat(faults).extracting(Fault::cure).anyMatch(cure -> cure.contains("Did you mean bookbell.port?"));
        assertThat(faults).extracting(Fault::cure).anyMatch(cure -> cure.contains("Did you mean bookbell.publicUrl?"));
        assertThat(faults)
                .extracting(Fault::what)
                .anyMatch(what -> what.contains("/nowhere") && what.contains("does not exist"));
    }

    @Test
    void a_setting_and_its_file_in_one_place_contradict_each_other() throws IOException {
        Path file = fileWith("bookbell.db.password=a", "bookbell.db.password-file=b");

        reader.read(Map.of("bookbell.config", file.toString()), new Properties(), Map.of());

        assertThat(faults).singleElement().extracting(Fault::cure).isEqualTo("Keep one of them.");
    }

    @Test
    void a_missing_configuration_file_is_a_fault() {
        reader.read(Map.of("bookbell.config", "/nowhere/at.all"), new Properties(), Map.of());

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains("/nowhere/at.all");
    }

    @Test
    void a_foreign_variable_is_only_warned_of() {
        reader.read(Map.of(), new Properties(), Map.of("BOOKBELL_PROT", "8080"));

        assertThat(faults).isEmpty();
        assertThat(reader.warnings()).singleElement().asString().contains("BOOKBELL_PORT");
    }

    @Test
    void the_text_of_settings_shows_no_value() {
        Settings settings = reader.read(Map.of("bookbell.db.password", "s3cret"), new Properties(), Map.of());

        assertThat(settings.toString()).contains("bookbell.db.password").doesNotContain("s3cret");
    }

    private Path fileWith(String... lines) throws IOException {
        return Files.write(directory.resolve("settings.properties"), List.of(lines));
    }

    private static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
