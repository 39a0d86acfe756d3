package org.bookbell.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path directory;

    @Test
    void libraries_lie_beside_the_jar_which_names_them_and_adapters_at_its_top() throws Exception {
        Path packed = packed(
                "MICRO-INF/runtime/",
                "MICRO-INF/runtime/weld.jar",
                "MICRO-INF/runtime/__xa_jdbc_ra.rar",
                "MICRO-INF/lib/driver.jar",
                "MICRO-INF/deploy/",
                "MICRO-INF/deploy/ROOT.war");

        Installation installation =
                Installation.write(packed, directory.resolve("opt").resolve("bookbell"));

        assertThat(directory.resolve("opt/bookbell/runtime/weld.jar")).hasContent("MICRO-INF/runtime/weld.jar");
        assertThat(directory.resolve("opt/bookbell/runtime/driver.jar")).hasContent("MICRO-INF/lib/driver.jar");
        try (JarFile jar = new JarFile(installation.jar().toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .isEqualTo("runtime/weld.jar runtime/driver.jar");
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.bookbell.launcher.Main");
            assertThat(jar.stream().map(JarEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "MICRO-INF/runtime/",
                            "__xa_jdbc_ra.rar",
                            "MICRO-INF/deploy/",
                            "MICRO-INF/deploy/ROOT.war");
        }
    }

    @Test
    void a_jar_is_told_packed_from_installed_by_where_its_libraries_are() throws Exception {
        Path packed = packed("MICRO-INF/runtime/", "MICRO-INF/runtime/weld.jar");
        Path installed =
                Installation.write(packed, directory.resolve("installed")).jar();

        assertThat(List.of(packed, installed, packed("nothing"), directory))
                .extracting(path -> BootJar.at(path).form())
                .containsExactly(BootJar.Form.PACKED, BootJar.Form.INSTALLED, BootJar.Form.LOOSE, BootJar.Form.LOOSE);
    }

    /** A jar whose entries hold their own names. */
    private Path packed(String... names) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.bookbell.launcher.Main");
        Path file = Files.createTempFile(directory, "packed", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String name : names) {
                jar.putNextEntry(new JarEntry(name));
                if (!name.endsWith("/")) {
                    jar.write(name.getBytes(StandardCharsets.UTF_8));
                }
                jar.closeEntry();
            }
        }
        return file;
    }
}
