package org.bookbell.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationClassesTest {

    @TempDir
    Path directory;

    /** Stands for the application: tells by whom it was loaded. */
    public static final class Echo implements Function<String[], String[]> {

        @Override
        public String[] apply(String[] words) {
            return new String[] {
                "+" + words[0], "+" + Echo.class.getClassLoader().getClass().getSimpleName()
            };
        }
    }

    @Test
    void a_class_of_the_application_answers_and_nothing_is_left() throws Exception {
        Path library;
        try (ApplicationClasses classes = ApplicationClasses.unpack(packed())) {
            assertThat(classes.libraries()).extracting(Path::getFileName).containsExactly(Path.of("echo.jar"));
            library = classes.libraries().get(0);

            Reply reply = classes.ask(Echo.class.getName(), List.of("hello"));

            assertThat(reply.lines()).containsExactly("hello", "URLClassLoader");
        }
        assertThat(library).doesNotExist();
        assertThat(library.getParent()).doesNotExist();
    }

    @Test
    void a_jar_without_the_application_is_a_fault() throws Exception {
        Path jar = Files.write(directory.resolve("other.jar"), zip(Map.of("nothing", new byte[0])));
        BootJar loose = new BootJar(jar, BootJar.Form.LOOSE);

        assertThatThrownBy(() -> ApplicationClasses.unpack(loose).close())
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        e -> assertThat(e.faults()).singleElement().asString().contains("is not in " + jar));
    }

    private BootJar packed() throws IOException {
        String name = Echo.class.getName().replace('.', '/') + ".class";
        byte[] echo;
        try (InputStream in = Objects.requireNonNull(Echo.class.getClassLoader().getResourceAsStream(name))) {
            echo = in.readAllBytes();
        }
        byte[] war = zip(Map.of("WEB-INF/lib/echo.jar", zip(Map.of(name, echo)), "WEB-INF/web.xml", new byte[0]));
        Path jar = directory.resolve("bookbell.jar");
        Files.write(
                jar,
                zip(Map.of("MICRO-INF/deploy/ROOT.war", war, "MICRO-INF/runtime/server.jar", zip(Map.of("a", echo)))));
        return BootJar.at(jar);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
