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
    private static final Path JAR = Path.of("../launcher/target/bookbell.jar");
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

    /** Payara Server finds no bean in {@code lib/} for a WAR that says where its classes are looked for. */
    @Test
    void only_payara_micro_is_told_where_classes_are_looked_for() throws IOException {
        assertThat(entries(warOfEar())).noneMatch(name -> name.endsWith("glassfish-web.xml"));
        assertThat(entries(warOfJar())).contains("WEB-INF/glassfish-web.xml");
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
        return unpack(EAR, "bookbell.war");
    }

    private Path warOfJar() throws IOException {
        return unpack(JAR, "MICRO-INF/deploy/ROOT.war");
    }

    private Path unpack(Path archive, String war) throws IOException {
        var unpacked = folder.resolve("unpacked.war");
        try (var zip = new ZipFile(archive.toFile());
                var in = zip.getInputStream(zip.getEntry(war))) {
            Files.write(unpacked, in.readAllBytes());
        }
        return unpacked;
    }

    private static Set<String> entries(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            return files(zip).map(ZipEntry::getName).collect(toSet());
        }
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
