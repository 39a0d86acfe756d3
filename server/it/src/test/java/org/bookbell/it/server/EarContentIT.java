package org.bookbell.it.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The EAR holds the same WAR as {@code bookbell.jar}, with its libraries and plugins beside it, where both find them. */
class EarContentIT {

    private static final Path EAR = Path.of("../../ear/target/bookbell.ear");
    private static final Path WAR = Path.of("../web/target/bookbell.war");
    private static final String IN_WAR = "WEB-INF/lib/";
    private static final String IN_EAR = "lib/";

    @TempDir
    private Path folder;

    @Test
    void every_library_of_the_war_is_once_in_the_ear_and_no_longer_in_its_war() throws IOException {
        var libraries = names(WAR, IN_WAR);

        var shared = names(EAR, IN_EAR);

        assertThat(libraries).anyMatch(name -> name.startsWith("bookbell-core-"));
        assertThat(names(warOfEar(), IN_WAR)).isEmpty();
        assertThat(shared).hasSameSizeAs(libraries);
        assertThat(libraries)
                .allSatisfy(library -> assertThat(shared)
                        .filteredOn(name -> name.endsWith("-" + library))
                        .hasSize(1));
    }

    @Test
    void the_war_is_otherwise_the_same() throws IOException {
        assertThat(classes(warOfEar())).isNotEmpty().isEqualTo(classes(WAR));
    }

    @Test
    void it_answers_at_the_root_and_shares_its_libraries() throws IOException {
        try (var ear = new ZipFile(EAR.toFile())) {
            var descriptor = new String(
                    ear.getInputStream(ear.getEntry("META-INF/application.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);

            assertThat(descriptor)
                    .contains(
                            "<web-uri>bookbell.war</web-uri>",
                            "<context-root>/</context-root>",
                            "<library-directory>lib</library-directory>",
                            "version=\"10\"");
        }
    }

    private Path warOfEar() throws IOException {
        var war = folder.resolve("bookbell.war");
        try (var ear = new ZipFile(EAR.toFile());
                var in = ear.getInputStream(ear.getEntry("bookbell.war"))) {
            Files.write(war, in.readAllBytes());
        }
        return war;
    }

    private static Set<String> names(Path archive, String folder) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return files(zip)
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
                    .map(name -> name.substring(folder.length()))
                    .collect(toSet());
        }
    }

    /** With their checksums. */
    private static Set<String> classes(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return files(zip)
                    .filter(entry -> entry.getName().startsWith("WEB-INF/")
                            && !entry.getName().startsWith(IN_WAR))
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .collect(toSet());
        }
    }

    private static Stream<? extends ZipEntry> files(ZipFile zip) {
        return zip.stream().filter(entry -> !entry.isDirectory());
    }
}
