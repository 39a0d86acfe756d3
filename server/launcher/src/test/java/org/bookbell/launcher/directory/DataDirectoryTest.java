package org.bookbell.launcher.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void it_is_made_for_its_owner_alone() throws IOException {
        Path data = directory.resolve("a/b");

        try (DataDirectory opened = DataDirectory.open(data, faults).orElseThrow()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void the_secret_is_made_once_and_kept() throws IOException {
        try (DataDirectory opened = DataDirectory.open(directory, faults).orElseThrow()) {
            Settings settings = new Settings(
                    Map.of("bookbell.key-file", directory.resolve("secret.key").toString()));
            opened.makeKeyFor(settings);
            String first = Files.readString(directory.resolve("secret.key"));
            opened.makeKeyFor(settings);

            assertThat(Files.readString(directory.resolve("secret.key"))).isEqualTo(first);
            assertThat(Base64.getDecoder().decode(first.strip())).hasSize(32);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret.key"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_libraries_of_a_former_start_are_gone_and_its_other_files_stay() throws IOException {
        try (DataDirectory opened = DataDirectory.open(directory, faults).orElseThrow()) {
            Path library = Files.writeString(opened.freshRuntime().resolve("runtime/of-another-version.jar"), "");
            Path log =
                    Files.createDirectories(directory.resolve("runtime/logs")).resolve("transactions");
            Files.writeString(log, "");

            assertThat(opened.freshRuntime()).isEqualTo(directory.resolve("runtime"));
            assertThat(library).doesNotExist();
            assertThat(log).exists();
        }
    }

    @Test
    void no_secret_is_made_where_the_settings_have_one() throws IOException {
        try (DataDirectory opened = DataDirectory.open(directory, faults).orElseThrow()) {
            opened.makeKeyFor(new Settings(Map.of("bookbell.key", "c2VjcmV0")));

            assertThat(directory.resolve("secret.key")).doesNotExist();
        }
    }

    @Test
    void a_second_server_on_it_is_refused_and_told_who_is_there() throws IOException {
        try (DataDirectory first = DataDirectory.open(directory, faults).orElseThrow()) {
            assertThat(DataDirectory.open(first.path(), faults)).isEmpty();
            assertThat(DataDirectory.isLocked(first.path())).isTrue();
        }
        assertThat(DataDirectory.isLocked(directory)).isFalse();

        assertThat(faults)
                .singleElement()
                .extracting(Fault::what)
                .asString()
                .contains(
                        directory.toString(),
                        Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void it_may_be_opened_again_after_it_was_closed() throws IOException {
        DataDirectory.open(directory, faults).orElseThrow().close();

        try (DataDirectory again = DataDirectory.open(directory, faults).orElseThrow()) {
            assertThat(again.path()).isEqualTo(directory);
        }
    }

    @Test
    void a_path_that_is_a_file_is_a_fault() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(DataDirectory.open(file, faults)).isEmpty();
        assertThat(faults).singleElement().extracting(Fault::cure).asString().contains("--data");
    }
}
